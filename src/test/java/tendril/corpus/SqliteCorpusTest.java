package tendril.corpus;

import tendril.corpus.sqlite.SqliteCorpus;

class SqliteCorpusTest extends CorpusContract {
    @Override
    Corpus open() throws CorpusException {
        return SqliteCorpus.temporary();
    }
}
