// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/replay/answercache.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds minute(60);

AnswerCache::Key key(const QString &client, const QByteArray &what)
{
    return {client, what.leftJustified(32, '.')};
}

AnswerCache::Answer answer(qsizetype bytes = 100)
{
    return {QByteArray(bytes, 'a'), {}, false};
}

Generation made(const QString &id = u"gen_1"_s)
{
    Generation generation;
    generation.id = id;
    generation.status = GenerationStatus::Completed;
    generation.request.model = u"talk"_s;
    generation.request.prompt = u"a secret"_s;
    generation.cost = Money::fromMicros(7);
    generation.attempts = {Attempt()};
    return generation;
}

} // namespace

/// The bounds of answers that are kept: in memory, in time, and for each client.
class TestAnswerCache : public QObject
{
    Q_OBJECT

private:
    const QDateTime m_now = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);

private Q_SLOTS:
    void findsTheOwn()
    {
        AnswerCache words;
        words.keep(key(u"a"_s, "x"), answer(), made(), minute, m_now);
        QVERIFY(words.find(key(u"a"_s, "x"), minute, m_now));
        QVERIFY(!words.find(key(u"b"_s, "x"), minute, m_now));
        QVERIFY(!words.find(key(u"a"_s, "y"), minute, m_now));
        QVERIFY(!words.find(key({}, "x"), minute, m_now));
    }

    void tellsWhatIsPaid()
    {
        AnswerCache words;
        words.keep(key(u"a"_s, "x"), answer(), made(), minute, m_now);
        const Generation told = words.find(key(u"a"_s, "x"), minute, m_now)->made;
        QCOMPARE(told.id, u"gen_1"_s);
        QCOMPARE(told.cost, Money::zero());
        QVERIFY(told.attempts.isEmpty() && told.request.prompt.isEmpty());
        QCOMPARE(told.origin.client, u"a"_s);
    }

    void expires_data()
    {
        QTest::addColumn<int>("lifetime");
        QTest::addColumn<int>("age"); // that is asked for
        QTest::addColumn<int>("passed");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("at once") << 60 << 60 << 0 << true;
        QTest::newRow("just") << 60 << 60 << 59 << true;
        QTest::newRow("no more") << 60 << 60 << 60 << false;
        QTest::newRow("too old for this call") << 60 << 10 << 10 << false;
        QTest::newRow("older than it may be") << 60 << 600 << 60 << false;
    }
    void expires()
    {
        QFETCH(int, lifetime);
        QFETCH(int, age);
        QFETCH(int, passed);
        AnswerCache words;
        words.keep(key(u"a"_s, "x"), answer(), made(), std::chrono::seconds(lifetime), m_now);
        QTEST(words.find(key(u"a"_s, "x"), std::chrono::seconds(age), m_now.addSecs(passed)).has_value(), "isFound");
        words.forgetExpired(m_now.addSecs(passed));
        QCOMPARE(words.bytes() > 0, passed < lifetime);
    }

    void forgets()
    {
        AnswerCache words;
        words.keep(key(u"a"_s, "x"), answer(), made(u"gen_1"_s), minute, m_now);
        words.keep(key(u"a"_s, "y"), answer(), made(u"gen_2"_s), minute, m_now);
        words.keep(key(u"a"_s, "z"), answer(), made(u"gen_3"_s), minute, m_now);
        words.forget(u"gen_1"_s);
        QVERIFY(!words.find(key(u"a"_s, "x"), minute, m_now));
        words.remove(key(u"a"_s, "y"));
        QVERIFY(!words.find(key(u"a"_s, "y"), minute, m_now));
        QVERIFY(words.find(key(u"a"_s, "z"), minute, m_now));
        words.clear();
        QVERIFY(!words.find(key(u"a"_s, "z"), minute, m_now));
        QCOMPARE(words.bytes(), 0);
    }

    void anEqualOneTakesItsPlace()
    {
        AnswerCache words;
        words.keep(key(u"a"_s, "x"), answer(100), made(u"gen_1"_s), minute, m_now);
        const qint64 bytes = words.bytes();
        words.keep(key(u"a"_s, "x"), answer(100), made(u"gen_2"_s), minute, m_now);
        QCOMPARE(words.bytes(), bytes);
        QCOMPARE(words.find(key(u"a"_s, "x"), minute, m_now)->made.id, u"gen_2"_s);
    }

    void tooLongOnesAreNotKept()
    {
        AnswerCache words({1'000'000, 50'000, 10});
        words.keep(key(u"a"_s, "x"), answer(60'000), made(), minute, m_now);
        QVERIFY(!words.find(key(u"a"_s, "x"), minute, m_now));
        QCOMPARE(words.bytes(), 0);
    }

    /// Whoever keeps much makes room by its own.
    void theOldestOfWhoHasMostGoes()
    {
        AnswerCache words({100'000, 50'000, 10});
        words.keep(key(u"small"_s, "x"), answer(1000), made(), minute, m_now);
        for (int i = 0; i < 20; ++i) {
            words.keep(key(u"large"_s, QByteArray::number(i)), answer(20'000), made(), minute, m_now);
            QVERIFY(words.bytes() <= 100'000);
        }
        QVERIFY(words.find(key(u"small"_s, "x"), minute, m_now));
        QVERIFY(words.find(key(u"large"_s, "19"), minute, m_now));
        QVERIFY(!words.find(key(u"large"_s, "0"), minute, m_now));
    }

    void hitsAreRememberedForAWhile()
    {
        AnswerCache words({100'000, 50'000, 3});
        words.keep(key(u"a"_s, "x"), answer(), made(), minute, m_now);
        const AnswerCache::Kept kept = *words.find(key(u"a"_s, "x"), minute, m_now);
        const Generation first = words.noteHit(kept, {}, m_now.addSecs(5));
        QVERIFY(first.id != kept.made.id);
        QCOMPARE(first.createdAt, m_now.addSecs(5));
        QCOMPARE(words.hit(first.id), std::optional(first));
        for (int i = 0; i < 3; ++i) {
            QVERIFY(words.hit(words.noteHit(kept, {}, m_now).id));
        }
        QVERIFY(!words.hit(first.id));
    }

    void hitsOfOthersAreRemembered()
    {
        AnswerCache words({100'000, 50'000, 3});
        words.keep(key(u"quiet"_s, "x"), answer(), made(), minute, m_now);
        words.keep(key(u"busy"_s, "x"), answer(), made(), minute, m_now);
        const QString id = words.noteHit(*words.find(key(u"quiet"_s, "x"), minute, m_now), {}, m_now).id;
        for (int i = 0; i < 5; ++i) {
            const AnswerCache::Kept kept = *words.find(key(u"busy"_s, "x"), minute, m_now);
            QVERIFY(words.hit(words.noteHit(kept, {}, m_now).id));
        }
        QVERIFY(words.hit(id));
    }
};

QTEST_GUILESS_MAIN(TestAnswerCache)
#include "test_answercache.moc"
