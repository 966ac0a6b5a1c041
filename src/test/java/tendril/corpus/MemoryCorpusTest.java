package tendril.corpus;

class MemoryCorpusTest extends CorpusContract {
    @Override
    Corpus open() {
        return new MemoryCorpus();
    }
}
