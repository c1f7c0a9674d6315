// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a client that pays nothing leaves behind: little, and never at the cost of what was paid for.
#include "core/journal/journal.h"
#include "core/journal/journalreasons.h"
#include "core/journal/unpaid.h"
#include "core/storage/query.h"
#include "core/storage/sqlite/sqlitebackend.h"
#include "core/storage/store.h"
#include "tests/journal/journalsample.h"

#include <QSqlDatabase>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

const QDateTime now = QDateTime(QDate(2026, 11, 22), QTime(12, 0));
constexpr qint64 megabyte = 1024LL * 1024;

/// With large values wherever a client could put them.
Generation large(const QString &id, Origin::Kind origin = Origin::Kind::Gateway)
{
    Generation generation = sampleGeneration(id);
    generation.origin.kind = origin;
    Request &request = generation.request;
    for (QString *text : {&request.model, &request.prompt, &request.negativePrompt, &request.quality, &request.style,
                          &request.background, &request.user}) {
        *text = u"begin "_s + QString(100'000, u'x');
    }
    request.extra = {{u"field"_s, QString(1'000'000, u'y')}};
    generation.plan->request = request;
    generation.plan->negativePrompt = request.negativePrompt;
    PlannedParameter parameter;
    parameter.name = u"field"_s;
    parameter.asked = QString(1'000'000, u'y');
    generation.plan->parameters = {parameter};
    generation.plan->estimate.total = generation.estimate = Money::zero();
    return generation;
}

Generation refused(Generation generation)
{
    generation.status = GenerationStatus::Failed;
    generation.cost = Money::zero();
    generation.endedAt = generation.createdAt;
    generation.error = notSent(ErrorKind::Budget, u"Refused."_s);
    generation.error->detail = QString(100'000, u'z');
    return generation;
}

Generation small(const QString &id, const QString &client)
{
    Generation generation = refused(sampleGeneration(id));
    generation.plan.reset();
    generation.request.images.clear();
    generation.request.mask.reset();
    generation.origin.client = client;
    return generation;
}

Ledger::Entry moneyOf(const Generation &generation)
{
    Ledger::Entry money = sampleMoney(generation);
    money.estimate = generation.estimate;
    return money;
}

} // namespace

class TestUnpaid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusalsAreShort();
    void thePersonsOwnAreWhole_data();
    void thePersonsOwnAreWhole();
    void whatMayBeBilledIsWhole_data();
    void whatMayBeBilledIsWhole();
    void inputsGoWithTheirLastRow();
    void refusalsAreFew();
    void whatHasMoneyIsNotForgotten_data();
    void whatHasMoneyIsNotForgotten();
    void whatWasOnceInDoubtIsNotForgotten();
    void whatCannotBeForgottenStopsNobody();
    void fullStorageRefusesWhatIsFree();
    void refusalsMakeRoom();
    void equalFilesCountOnce();
    void anOlderHomeOpens();
    void listsFromAHundredThousand();
    void listsHugeRowsByTheirColumns();
    void usesItsIndexes_data();
    void usesItsIndexes();

private:
    qint64 number(const QString &sql) const
    {
        return m_store
            ->run([sql](Database &database) -> qint64 {
                Result<Rows> rows = execute(database, sql);
                return rows && rows.value().next() ? rows.value().value(0).toLongLong() : -1;
            })
            .result();
    }
    void make(const Generation &generation) const { QVERIFY(m_journal->write(generation).result().ok()); }
    Status begin(const Generation &generation) const
    {
        const auto begun = m_journal->beginAttempt(generation, 0, moneyOf(generation), now).result();
        return begun ? Status(Success()) : begun.error();
    }
    /// A picture of what costs nothing, from its beginning to its end.
    Status paint(const QString &id, qint64 bytes, const QString &client = u"cl_1"_s, QChar name = {}) const
    {
        Generation generation = sampleGeneration(id);
        generation.request.images.clear();
        generation.request.mask.reset();
        generation.plan->request = generation.request;
        generation.origin.client = client;
        generation.estimate = generation.plan->estimate.total = Money::zero();
        if (const Status begun = begin(generation); !begun) {
            return begun;
        }
        Generation done = completed(generation);
        done.cost = Money::zero();
        done.pictures.first().id = name.isNull() ? id : QString(64, name);
        done.pictures.first().bytes = bytes;
        return m_journal->endAttempt(done, 0, Journal::Settlement::Settle, Money::zero(), 1).result();
    }
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Journal> m_journal;
};

void TestUnpaid::init()
{
    m_journal.reset();
    auto store = Store::open(u":memory:"_s);
    QVERIFY(store.ok());
    m_store = std::move(store).value();
    m_journal = std::make_unique<Journal>(*m_store);
}

void TestUnpaid::refusalsAreShort()
{
    make(refused(large(u"gen_1"_s)));
    QVERIFY(number(u"SELECT length(request) FROM generations"_s) < 10'000);
    QVERIFY(number(u"SELECT bytes FROM generations"_s) > 500);
    QCOMPARE(number(u"SELECT count(*) FROM inputs"_s), 0);
    QCOMPARE(number(u"SELECT count(*) FROM generation_inputs"_s), 0);
    const Generation kept = *m_journal->find(u"gen_1"_s).result();
    QVERIFY(kept.request.prompt.startsWith(u"begin xxx"_s));
    QVERIFY(kept.request.prompt.endsWith(u'…'));
    QVERIFY(kept.request.prompt.size() < 250);
    QVERIFY(kept.request.extra.isEmpty());
    QVERIFY(kept.request.images.isEmpty());
    QCOMPARE(kept.error->kind, ErrorKind::Budget);
    QCOMPARE(kept.error->message, u"Refused."_s);
    QCOMPARE(kept.plan->offer.provider, u"fal"_s);
    QCOMPARE(kept.origin.client, u"cl_1"_s);
}

void TestUnpaid::thePersonsOwnAreWhole_data()
{
    QTest::addColumn<Origin::Kind>("origin");
    QTest::newRow("window") << Origin::Kind::Window;
    QTest::newRow("command line") << Origin::Kind::CommandLine;
}

void TestUnpaid::thePersonsOwnAreWhole()
{
    QFETCH(Origin::Kind, origin);
    Generation generation = refused(large(u"gen_1"_s, origin));
    generation.origin.client.clear();
    make(generation);
    QCOMPARE(m_journal->find(u"gen_1"_s).result(), std::optional(generation));
}

void TestUnpaid::whatMayBeBilledIsWhole_data()
{
    QTest::addColumn<GenerationStatus>("status");
    QTest::addColumn<bool>("mayBeBilled");
    QTest::newRow("running") << GenerationStatus::Running << false;
    QTest::newRow("unknown") << GenerationStatus::Unknown << true;
    QTest::newRow("failed, perhaps billed") << GenerationStatus::Failed << true;
}

void TestUnpaid::whatMayBeBilledIsWhole()
{
    QFETCH(GenerationStatus, status);
    QFETCH(bool, mayBeBilled);
    Generation generation = refused(large(u"gen_1"_s));
    generation.status = status;
    if (mayBeBilled) {
        generation.error->billing = Billing::MayBeBilled;
    } else {
        generation.error.reset();
    }
    make(generation);
    QCOMPARE(m_journal->find(u"gen_1"_s).result(), std::optional(generation));
}

void TestUnpaid::inputsGoWithTheirLastRow()
{
    QVERIFY(begin(sampleGeneration(u"gen_paid"_s)).ok());
    Generation refusal = sampleGeneration(u"gen_free"_s);
    refusal.request.images.append({QByteArray(1000, 'n'), u"new.png"_s});
    refusal.plan->request = refusal.request;
    QVERIFY(begin(refusal).ok());
    QCOMPARE(number(u"SELECT count(*) FROM inputs"_s), 4);
    QVERIFY(m_journal->endAttempt(refused(refusal), 0, Journal::Settlement::Release, Money::zero(), 0).result().ok());
    QCOMPARE(number(u"SELECT count(*) FROM inputs"_s), 3); // those of the other stay
    QCOMPARE(m_journal->find(u"gen_paid"_s).result()->request.images.first().bytes.size(), 300'000);
}

void TestUnpaid::refusalsAreFew()
{
    for (int i = 0; i < unpaid::keptRefusals + 30; ++i) {
        make(small(u"gen_%1"_s.arg(i), u"cl_1"_s));
    }
    make(small(u"gen_other"_s, u"cl_2"_s));
    QCOMPARE(number(u"SELECT count(*) FROM generations WHERE client = 'cl_1'"_s), unpaid::keptRefusals);
    QVERIFY(!m_journal->find(u"gen_29"_s).result()); // the oldest went
    QVERIFY(m_journal->find(u"gen_30"_s).result());
    QVERIFY(m_journal->find(u"gen_other"_s).result());
    QCOMPARE(m_journal->list(10).result().value().size(), 10);
}

void TestUnpaid::whatHasMoneyIsNotForgotten_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("stays");
    QTest::newRow("released") << u"UPDATE ledger SET state = 'released'"_s << false;
    QTest::newRow("reserved") << u"UPDATE ledger SET state = 'reserved'"_s << true;
    QTest::newRow("perhaps billed") << u"UPDATE ledger SET state = 'kept'"_s << true;
    QTest::newRow("settled") << u"UPDATE ledger SET state = 'settled', cost = 0"_s << true;
    QTest::newRow("it cost something") << u"UPDATE generations SET cost = 1"_s << true;
    QTest::newRow("cost not known") << u"UPDATE generations SET cost = NULL"_s << true;
    QTest::newRow("running") << u"UPDATE generations SET status = 'running'"_s << true;
    QTest::newRow("outcome not known") << u"UPDATE generations SET status = 'unknown'"_s << true;
    QTest::newRow("with a picture")
        << u"INSERT INTO pictures (generation, position, id, format, width, height, bytes) SELECT sequence, 0, 'a', 'png', 1, 1, 1 FROM generations"_s
        << true;
    QTest::newRow("settled by hand") << u"UPDATE attempts SET settled_by_hand = 1"_s << true;
    QTest::newRow("of the window") << u"UPDATE generations SET origin = 'window'"_s << true;
    QTest::newRow("of another client") << u"UPDATE generations SET client = 'cl_2'"_s << true;
}

void TestUnpaid::whatHasMoneyIsNotForgotten()
{
    QFETCH(QString, change);
    QFETCH(bool, stays);
    const Generation generation = sampleGeneration(u"gen_1"_s);
    QVERIFY(begin(generation).ok());
    QVERIFY(
        m_journal->endAttempt(refused(generation), 0, Journal::Settlement::Release, Money::zero(), 0).result().ok());
    const bool done = m_store
                          ->run([change](Database &database) {
                              const bool changed = lightwell::change(database, change).ok();
                              unpaid::forgetRefusals(database, u"cl_1"_s, 0);
                              return changed;
                          })
                          .result();
    QVERIFY(done);
    QCOMPARE(number(u"SELECT count(*) FROM generations"_s), stays ? 1 : 0);
    QCOMPARE(number(u"SELECT count(*) FROM calls"_s), stays ? 2 : 0);
    QCOMPARE(number(u"SELECT count(*) FROM ledger"_s), stays ? 1 : 0);
    QCOMPARE(number(u"SELECT count(*) FROM ledger_lines"_s), stays ? 2 : 0);
    QCOMPARE(number(u"SELECT count(*) FROM offers"_s), stays ? 1 : 0);
}

/// A job whose end nobody knew, until the vendor told that it came to nothing.
void TestUnpaid::whatWasOnceInDoubtIsNotForgotten()
{
    const Generation generation = sampleGeneration(u"gen_1"_s);
    QVERIFY(begin(generation).ok());
    for (const Journal::Settlement settlement : {Journal::Settlement::Keep, Journal::Settlement::Release}) {
        QVERIFY(m_journal->endAttempt(refused(generation), 0, settlement, Money::zero(), 0).result().ok());
    }
    for (int i = 0; i < unpaid::keptRefusals + 2; ++i) {
        make(small(u"gen_more_%1"_s.arg(i), u"cl_1"_s));
    }
    QVERIFY(m_journal->find(u"gen_1"_s).result());
    QCOMPARE(number(u"SELECT count(*) FROM ledger_lines"_s), 3);
    QCOMPARE(number(u"SELECT count(*) FROM generations"_s), unpaid::keptRefusals + 1);
}

void TestUnpaid::whatCannotBeForgottenStopsNobody()
{
    for (int i = 0; i < unpaid::keptRefusals; ++i) {
        make(small(u"gen_%1"_s.arg(i), u"cl_1"_s));
    }
    QVERIFY(m_store
                ->run([](Database &database) {
                    return change(database,
                                  u"CREATE TRIGGER stays BEFORE DELETE ON generations WHEN OLD.id = 'gen_0' "
                                  "BEGIN SELECT RAISE(ABORT, 'no'); END"_s)
                        .ok();
                })
                .result());
    make(small(u"gen_next"_s, u"cl_1"_s));
    make(small(u"gen_after"_s, u"cl_1"_s));
    QVERIFY(m_journal->find(u"gen_0"_s).result());
    QVERIFY(!m_journal->find(u"gen_1"_s).result()); // the one that may go does
    QVERIFY(begin(sampleGeneration(u"gen_paid"_s)).ok());
}

void TestUnpaid::fullStorageRefusesWhatIsFree()
{
    m_journal->setClientStorage(3 * megabyte);
    int painted = 0;
    Status status = Success();
    while (painted < 20 && status.ok()) {
        status = paint(u"gen_%1"_s.arg(painted++), megabyte);
    }
    QCOMPARE(painted, 4); // the one that goes beyond is the last
    QVERIFY(!status.ok());
    QCOMPARE(status.error().code, u"CLIENT_STORAGE_FULL"_s);
    QCOMPARE(status.error().kind, ErrorKind::Storage);
    QCOMPARE(status.error().billing, Billing::NotBilled);
    QCOMPARE(status.error().reason.code, QLatin1StringView(reasons::clientStorageFull.code));
    QVERIFY(!m_journal->find(u"gen_3"_s).result());
    QVERIFY(paint(u"gen_other"_s, megabyte, u"cl_2"_s).ok());
    QVERIFY(begin(sampleGeneration(u"gen_paid"_s)).ok()); // whoever pays goes on
    Generation own = large(u"gen_own"_s, Origin::Kind::Window);
    own.origin.client.clear();
    QVERIFY(begin(own).ok());
    m_journal->setClientStorage(10 * megabyte);
    QVERIFY(paint(u"gen_more"_s, megabyte).ok());
    // What is under way counts, too, with its inputs.
    Generation heavy = large(u"gen_heavy"_s);
    heavy.request.images = {{QByteArray(8 * megabyte, 'h'), u"heavy.png"_s}};
    heavy.plan->request = heavy.request;
    QVERIFY(begin(heavy).ok());
    QVERIFY(!paint(u"gen_late"_s, 1).ok());
    // Nothing that is there goes for it.
    for (const QString &id : {u"gen_0"_s, u"gen_1"_s, u"gen_2"_s, u"gen_more"_s, u"gen_heavy"_s, u"gen_paid"_s}) {
        QVERIFY(m_journal->find(id).result());
    }
}

void TestUnpaid::refusalsMakeRoom()
{
    for (int i = 0; i < 100; ++i) {
        make(small(u"gen_%1"_s.arg(i), u"cl_1"_s));
    }
    m_journal->setClientStorage(20'000);
    QVERIFY(number(u"SELECT sum(bytes) FROM generations"_s) > 20'000);
    QVERIFY(paint(u"gen_painted"_s, 1000).ok());
    QCOMPARE(number(u"SELECT count(*) FROM generations"_s), 1);
}

void TestUnpaid::equalFilesCountOnce()
{
    QVERIFY(paint(u"gen_1"_s, megabyte, u"cl_1"_s, u'a').ok());
    QVERIFY(paint(u"gen_2"_s, megabyte, u"cl_1"_s, u'a').ok());
    QVERIFY(number(u"SELECT sum(bytes) FROM generations"_s) < megabyte * 3 / 2);
    QVERIFY(paint(u"gen_3"_s, megabyte, u"cl_1"_s, u'b').ok());
    QVERIFY(number(u"SELECT sum(bytes) FROM generations"_s) > 2 * megabyte);
}

/// A home as the release before left it.
void TestUnpaid::anOlderHomeOpens()
{
    m_journal.reset();
    QTemporaryDir folder;
    const QString file = folder.filePath(u"lightwell.db"_s);
    {
        const SqliteBackend backend(file);
        QSqlDatabase connection = QSqlDatabase::addDatabase(backend.driver(), u"older"_s);
        connection.setDatabaseName(file);
        QVERIFY(connection.open());
        Database database(connection, backend);
        QVERIFY(migrate(database, backend.migrations().mid(0, 2)).ok());
        for (const QString &cost : {u"0"_s, u"NULL"_s, u"80000"_s}) {
            QVERIFY(change(database,
                           u"INSERT INTO generations (id, owner, status, model, provider, origin, client, created_at, "
                           "estimate, cost, json) VALUES ('gen_' || ?, '', 'failed', 'm', 'p', 'gateway', 'cl_1', 0, "
                           "NULL, "_s
                               + cost + u", '{}')"_s,
                           {cost})
                        .ok());
        }
    }
    QSqlDatabase::removeDatabase(u"older"_s);
    auto store = Store::open(file);
    QVERIFY(store.ok());
    m_store = std::move(store).value();
    m_journal = std::make_unique<Journal>(*m_store);
    QCOMPARE(number(u"PRAGMA user_version"_s), SqliteBackend(file).migrations().size());
    QCOMPARE(number(u"SELECT count(*) FROM generations"_s), 3);
    make(refused(large(u"gen_1"_s)));
    QCOMPARE(m_journal->list(1).result().value().first().id, u"gen_1"_s);
    m_journal.reset();
    m_store.reset(); // before its folder goes
}

void TestUnpaid::listsFromAHundredThousand()
{
    make(small(u"gen_first"_s, u"cl_1"_s));
    const bool filled =
        m_store
            ->run([](Database &database) {
                return change(database,
                              u"WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < "
                              "100000) INSERT INTO generations (id, owner, status, model, provider, origin, client, "
                              "created_at, estimate, cost, request) SELECT 'gen_' || n, '', 'completed', 'm', 'p', "
                              "'gateway', 'cl_1', n, 0, 0, (SELECT request FROM generations LIMIT 1) FROM count"_s)
                    .ok();
            })
            .result();
    QVERIFY(filled);
    make(small(u"gen_newest"_s, u"cl_1"_s));
    const QList<Generation> newest = m_journal->list(50).result().value();
    QCOMPARE(newest.size(), 50);
    QCOMPARE(newest.first().id, u"gen_newest"_s);
    QCOMPARE(m_journal->list(1, u"gen_1"_s).result().value().first().id, u"gen_first"_s);
    QVERIFY(paint(u"gen_painted"_s, 1000).ok());
}

void TestUnpaid::listsHugeRowsByTheirColumns()
{
    Generation generation = large(u"gen_1"_s, Origin::Kind::Window);
    generation.origin.client.clear();
    generation.request.model = u"flux.2-pro"_s;
    generation.status = GenerationStatus::Completed;
    generation.cost = Money::fromMicros(70);
    make(generation);
    const QList<Generation> listed = m_journal->list(10).result().value();
    QCOMPARE(listed.size(), 1);
    QCOMPARE(listed.first().id, u"gen_1"_s);
    QCOMPARE(listed.first().status, GenerationStatus::Completed);
    QCOMPARE(listed.first().request.model, u"flux.2-pro"_s);
    QCOMPARE(listed.first().origin, generation.origin);
    QCOMPARE(listed.first().createdAt, generation.createdAt);
    QCOMPARE(listed.first().cost, Money::fromMicros(70));
    QCOMPARE(listed.first().attempts.first().provider, u"fal"_s);
    QVERIFY(listed.first().request.prompt.isEmpty());
    QCOMPARE(m_journal->find(u"gen_1"_s).result()->request.extra, generation.request.extra); // it is all there
}

void TestUnpaid::usesItsIndexes_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("index");
    const QString unpaidRows = u"FROM generations WHERE origin = 'gateway' AND coalesce(cost, estimate) = 0 AND client "
                               "= 'a'"_s;
    QTest::newRow("sum") << u"SELECT coalesce(sum(bytes), 0) "_s + unpaidRows << u"COVERING INDEX generations_unpaid"_s;
    QTest::newRow("refusals") << u"SELECT sequence "_s + unpaidRows
            + u" AND status IN ('failed', 'cancelled') ORDER BY sequence DESC LIMIT -1 OFFSET 1000"_s
                              << u"COVERING INDEX generations_unpaid"_s;
    QTest::newRow("orphans") << u"SELECT 1 FROM generation_inputs WHERE input = 'a'"_s
                             << u"generation_inputs_by_input"_s;
    QTest::newRow("jobs") << u"SELECT id FROM generations WHERE created_at >= 1 AND status <> 'running'"_s
                          << u"generations_by_time"_s;
}

void TestUnpaid::usesItsIndexes()
{
    QFETCH(QString, sql);
    QFETCH(QString, index);
    const QString plan = m_store
                             ->run([sql](Database &database) {
                                 QString text;
                                 Result<Rows> rows = execute(database, u"EXPLAIN QUERY PLAN "_s + sql);
                                 while (rows && rows.value().next()) {
                                     text += rows.value().value(3).toString() + u'\n';
                                 }
                                 return text;
                             })
                             .result();
    QVERIFY2(plan.contains(index), qPrintable(plan));
}

QTEST_GUILESS_MAIN(TestUnpaid)
#include "test_unpaid.moc"
