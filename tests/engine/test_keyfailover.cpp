// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/enginerig.h"

#include <QTest>

#include <algorithm>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QList<Offer> twoOffers()
{
    return {toyOffer(u"toy"_s, u"cheap"_s, 10'000), toyOffer(u"toy"_s, u"dear"_s, 50'000)};
}

/// The keys that came with what starts work, in the order of arrival.
QStringList keysOf(ToyVendor &vendor)
{
    QStringList keys;
    const QList<Received> calls = vendor.calls();
    for (const Received &call : calls) {
        if (call.method == "POST") {
            keys.append(QString::fromUtf8(call.header("Authorization").mid(7)));
        }
    }
    return keys;
}

bool keep(EngineRig &rig, const KeyId &id, const QByteArray &key)
{
    QObject context;
    std::optional<bool> kept;
    rig.keyring->set(id, key, KeySource::Session, &context, [&kept](const Status &status) { kept = status.ok(); });
    (void)QTest::qWaitFor([&kept] { return kept.has_value(); });
    return kept.value_or(false);
}

KeyState stateOf(EngineRig &rig, const QString &provider)
{
    QObject context;
    std::optional<KeyState> state;
    rig.keyring->states({provider}, &context, [&state](const QList<KeyState> &all) { state = all.constFirst(); });
    (void)QTest::qWaitFor([&state] { return state.has_value(); });
    return state.value_or(KeyState());
}

const QByteArray work = "key-for-work-wwww";
const QByteArray spare = "key-in-reserve-ssss";

} // namespace

/// Several keys at one provider: one that is refused or out of funds is set aside, and the next is used before another
/// offer is asked.
class TestKeyFailover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextKeyIsUsed_data()
    {
        QTest::addColumn<int>("first"); ///< with which the key without a name is refused
        QTest::addColumn<int>("second"); ///< the same of "work"; 0: it is taken
        QTest::addColumn<QStringList>("used"); ///< keys, at the first provider
        QTest::addColumn<int>("elsewhere"); ///< calls at the second
        QTest::addColumn<QStringList>("why");
        QTest::addColumn<GenerationStatus>("status");
        const QString toy = u"toy-key"_s;
        const QString atWork = QString::fromUtf8(work);
        const QString reserve = QString::fromUtf8(spare);
        const auto done = GenerationStatus::Completed;
        for (const int refusal : {401, 402, 403}) {
            QTest::addRow("the first: %d", refusal)
                << refusal << 0 << QStringList {toy, atWork} << 0
                << QStringList {u"first_choice/nothing_was_begun"_s, u"next_key/"_s} << done;
        }
        QTest::newRow("two") << 401 << 402 << QStringList {toy, atWork, reserve} << 0
                             << QStringList {u"first_choice/nothing_was_begun"_s, u"next_key/nothing_was_begun"_s,
                                             u"next_key/"_s}
                             << done;
        QTest::newRow("too many calls are not the key's fault")
            << 429 << 0 << QStringList {toy} << 1 << QStringList {u"first_choice/nothing_was_begun"_s, u"next_offer/"_s}
            << done;
        QTest::newRow("nor is a refused prompt")
            << 400 << 0 << QStringList {toy} << 0 << QStringList {u"first_choice/refusal_must_stop"_s}
            << GenerationStatus::Failed;
        QTest::newRow("nor a failure that may be billed")
            << 500 << 0 << QStringList {toy} << 0 << QStringList {u"first_choice/unsure_must_stop"_s}
            << GenerationStatus::Unknown;
    }
    void theNextKeyIsUsed()
    {
        QFETCH(const int, first);
        QFETCH(const int, second);
        QFETCH(const int, elsewhere);
        EngineRig rig(twoOffers());
        QVERIFY(keep(rig, {u"cheap"_s, u"work"_s}, work));
        QVERIFY(keep(rig, {u"cheap"_s, u"spare"_s}, spare));
        ToyVendor &vendor = rig.vendor(u"cheap"_s);
        vendor.keys = {{"toy-key", first}, {work, second}, {spare, 0}};
        const Generation generation = rig.run();
        QTEST(keysOf(vendor), "used");
        QCOMPARE(rig.vendor(u"dear"_s).calls(u"/jobs"_s), elsewhere);
        QTEST(generation.status, "status");
        QStringList why;
        QStringList names;
        for (const Attempt &attempt : generation.attempts) {
            why.append(attempt.why.code + u'/' + attempt.after.code);
            names.append(attempt.key);
        }
        QTEST(why, "why");
        if (generation.status == GenerationStatus::Completed) {
            QCOMPARE(generation.cost, Money::fromMicros(elsewhere > 0 ? 50'000 : 10'000));
            QCOMPARE(rig.usage().reserved, Money::zero());
            QCOMPARE(rig.usage().total, generation.cost);
        }
        QCOMPARE(names.mid(0, 2).value(1), elsewhere > 0 || names.size() < 2 ? QString() : u"work"_s);
        const std::optional<Generation> kept = await(rig.journal->find(generation.id));
        QCOMPARE(kept->attempts, generation.attempts); // with the names and reasons
        QCOMPARE(stateOf(rig, u"cheap"_s).setAside.has_value(), first >= 401 && first <= 403);
        if (second == 402) {
            QCOMPARE(stateOf(rig, u"cheap"_s).others.constFirst().setAside->why, SetAside::Why::Funds);
        }
    }

    void allAreRefused()
    {
        EngineRig rig(twoOffers());
        QVERIFY(keep(rig, {u"cheap"_s, u"work"_s}, work));
        rig.vendor(u"cheap"_s).keys = {{"toy-key", 401}, {work, 401}};
        const Generation first = rig.run();
        QCOMPARE(first.status, GenerationStatus::Completed);
        QCOMPARE(first.attempts.size(), 3);
        QCOMPARE(first.attempts.last().why.code, u"next_offer"_s);
        QCOMPARE(first.cost, Money::fromMicros(50'000));
        // The next time they are not bothered where another offer is there.
        const Generation second = rig.run();
        QCOMPARE(second.status, GenerationStatus::Completed);
        QCOMPARE(second.attempts.size(), 1);
        QCOMPARE(second.attempts.first().provider, u"dear"_s);
        QCOMPARE(rig.vendor(u"cheap"_s).calls(u"/jobs"_s), 2);
    }

    void theOnlyKeyIsTriedAllTheSame()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s)});
        rig.vendor(u"one"_s).keys = {{"toy-key", 402}};
        const Generation refused = rig.run();
        QCOMPARE(refused.status, GenerationStatus::Failed);
        QCOMPARE(refused.error->kind, ErrorKind::Funds);
        QVERIFY(stateOf(rig, u"one"_s).setAside);
        rig.vendor(u"one"_s).keys = {}; // the account was filled up
        QCOMPARE(rig.run().status, GenerationStatus::Completed);
        QVERIFY(!stateOf(rig, u"one"_s).setAside); // it has shown that it works
    }

    void severalCallsAreOneAttempt()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"cheap"_s, 10'000)});
        QVERIFY(keep(rig, {u"cheap"_s, u"work"_s}, work));
        rig.vendor(u"cheap"_s).keys = {{"toy-key", 401}, {work, 0}};
        Request request = EngineRig::request();
        request.n = 3;
        const Generation generation = rig.run(request);
        QCOMPARE(generation.status, GenerationStatus::Completed);
        QCOMPARE(generation.attempts.size(), 2);
        QCOMPARE(generation.cost, Money::fromMicros(30'000));
        QCOMPARE(rig.vendor(u"cheap"_s).billed, 3);
    }

    void aTestedKeyIsUsedAgain()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s)});
        QVERIFY(keep(rig, {u"one"_s, u"work"_s}, work));
        rig.vendor(u"one"_s).keys = {{"toy-key", 401}, {work, 0}};
        QCOMPARE(rig.run().attempts.last().key, u"work"_s);
        QCOMPARE(check(rig, {u"one"_s}), ErrorKind::Auth);
        QVERIFY(stateOf(rig, u"one"_s).setAside);
        rig.vendor(u"one"_s).keys = {{"toy-key", 0}, {work, 401}};
        QCOMPARE(check(rig, {u"one"_s}), std::nullopt);
        QVERIFY(!stateOf(rig, u"one"_s).setAside);
        QCOMPARE(check(rig, {u"one"_s, u"work"_s}), ErrorKind::Auth); // and a test tells as much as a call
        QVERIFY(stateOf(rig, u"one"_s).others.constFirst().setAside);
        QCOMPARE(rig.run().attempts.first().key, QString());
    }

    void aJobIsAskedForWithTheKeyItWasBegunWith()
    {
        QTemporaryDir shared;
        const QString file = shared.filePath(u"lightwell.db"_s);
        {
            EngineRig first({toyOffer(u"toy"_s, u"one"_s)}, file);
            QVERIFY(keep(first, {u"one"_s, u"work"_s}, work));
            first.vendor(u"one"_s).keys = {{"toy-key", 401}, {work, 0}};
            first.vendor(u"one"_s).polls = 1'000'000;
            QObject context;
            int waiting = 0;
            first.engine->generate(
                EngineRig::request(), {}, &context, [](const Generation &) {},
                [&waiting](const Progress &p) { waiting += p.stage == Progress::Stage::Waiting ? 1 : 0; });
            QTRY_VERIFY(waiting > 1);
        } // ends without a word, like a crash
        EngineRig second({toyOffer(u"toy"_s, u"one"_s)}, file);
        QVERIFY(keep(second, {u"one"_s, u"work"_s}, work));
        second.vendor(u"one"_s).keys = {{"toy-key", 401}, {work, 0}}; // of the other key it knows nothing here
        second.engine->resumeUnfinished();
        QTRY_COMPARE(await(second.journal->list(5))->first().status, GenerationStatus::Completed);
        const QList<Received> calls = second.vendor(u"one"_s).calls();
        QVERIFY(std::none_of(calls.begin(), calls.end(), [](const Received &call) {
            return call.header("Authorization") == "Bearer toy-key" || call.method == "POST";
        }));
    }

    void aJobWhoseKeyIsGoneCanBeAskedForLater()
    {
        QTemporaryDir shared;
        const QString file = shared.filePath(u"lightwell.db"_s);
        QString id;
        {
            EngineRig first({toyOffer(u"toy"_s, u"one"_s)}, file);
            QVERIFY(keep(first, {u"one"_s, u"work"_s}, work));
            first.vendor(u"one"_s).keys = {{"toy-key", 401}, {work, 0}};
            first.vendor(u"one"_s).polls = 1'000'000;
            QObject context;
            int waiting = 0;
            id = first.engine->generate(
                EngineRig::request(), {}, &context, [](const Generation &) {},
                [&waiting](const Progress &p) { waiting += p.stage == Progress::Stage::Waiting ? 1 : 0; });
            QTRY_VERIFY(waiting > 1);
        }
        EngineRig second({toyOffer(u"toy"_s, u"one"_s)}, file);
        second.vendor(u"one"_s).keys = {{work, 0}};
        second.engine->resumeUnfinished();
        QTRY_COMPARE(await(second.journal->find(id))->status, GenerationStatus::Unknown);
        const Generation left = *await(second.journal->find(id));
        QCOMPARE(left.error->reason.code, u"named_key_missing"_s);
        QVERIFY(left.attempts.last().hasJob);
        QCOMPARE(second.vendor(u"one"_s).server().count(), 0); // nobody was asked with another key
        QVERIFY(keep(second, {u"one"_s, u"work"_s}, work));
        QObject context;
        std::optional<Generation> fetched;
        second.engine->fetchJob(id, &context, [&fetched](const Generation &generation) { fetched = generation; });
        QTRY_VERIFY(fetched.has_value());
        QCOMPARE(fetched->status, GenerationStatus::Completed);
    }

private:
    /// The kind of what the test of a key found; nothing: it works.
    static std::optional<ErrorKind> check(EngineRig &rig, const KeyId &key)
    {
        QObject context;
        std::optional<Status> told;
        rig.engine->checkKey(key, &context, [&told](const Status &status) { told.emplace(status); });
        (void)QTest::qWaitFor([&told] { return told.has_value(); });
        return !told     ? std::optional(ErrorKind::Internal)
            : told->ok() ? std::nullopt
                         : std::optional(told->error().kind);
    }
};

QTEST_GUILESS_MAIN(TestKeyFailover)
#include "test_keyfailover.moc"
