package tendril.corpus;

class SqliteCorpusTest extends CorpusContract {
    @Override
    Corpus open() throws CorpusException {
        return SqliteCorpus.temporary();
    }
}
