// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/turns.h"
#include "tests/engine/enginerig.h"

#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QString one = u"one"_s;

/// A program at the gateway.
Origin asker(QChar name)
{
    return {Origin::Kind::Gateway, name};
}

/// Takes turns as they are written: "aab" are two of a and one of b; and notes down who was served.
class Line : public QObject
{
public:
    explicit Line(Turns &turns)
        : m_turns(turns)
    {
    }
    void come(const QString &who)
    {
        for (const QChar c : who) {
            Turn *turn = m_turns.take(one, asker(c), this);
            m_all.append(turn);
            const auto serve = [this, turn, c] {
                m_served += c;
                m_running.append(turn);
            };
            if (turn->isGranted()) {
                serve();
            } else {
                connect(turn, &Turn::granted, this, serve);
            }
        }
    }
    void endOne() { delete m_running.takeFirst(); }
    void leave(int index) { delete m_all.at(index); }
    [[nodiscard]] QString served() const { return m_served; }
    [[nodiscard]] qsizetype running() const { return m_running.size(); }
    [[nodiscard]] int position(int index) const { return m_all.at(index)->position(); }

private:
    Turns &m_turns;
    QList<Turn *> m_all;
    QList<Turn *> m_running;
    QString m_served;
};

} // namespace

/// Who calls a provider next, and how many at once.
class TestTurns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneOfEachInTurn_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<QString>("come");
        QTest::addColumn<QString>("served");
        QTest::newRow("one asker: as they came") << 1 << u"aaa"_s << u"aaa"_s;
        QTest::newRow("two: in turn") << 1 << u"aaaabb"_s << u"aababa"_s;
        QTest::newRow("three") << 1 << u"aaaabbc"_s << u"aabcaba"_s;
        QTest::newRow("who comes last does not wait for all") << 2 << u"aaaaaaaab"_s << u"aaabaaaaa"_s;
        QTest::newRow("room for all") << 9 << u"aabb"_s << u"aabb"_s;
    }
    void oneOfEachInTurn()
    {
        QFETCH(const int, limit);
        QFETCH(const QString, come);
        QFETCH(const QString, served);
        AdapterRegistry adapters;
        Turns turns(adapters);
        turns.setLimits({{one, limit}});
        Line line(turns);
        line.come(come);
        qsizetype most = 0;
        while (line.running() > 0) {
            most = std::max(most, line.running());
            const qsizetype before = line.served().size();
            line.endOne();
            QTRY_VERIFY(line.served().size() > before || line.served().size() == come.size());
        }
        QCOMPARE(line.served(), served);
        QCOMPARE(most, std::min<qsizetype>(limit, come.size()));
    }

    void saysHowManyAreBefore()
    {
        AdapterRegistry adapters;
        Turns turns(adapters);
        turns.setLimits({{one, 1}});
        Line line(turns);
        line.come(u"aaaabb"_s); // served: a, then a b a b a
        QCOMPARE(line.position(0), 0);
        QCOMPARE(line.position(1), 1);
        QCOMPARE(line.position(2), 3);
        QCOMPARE(line.position(3), 5);
        QCOMPARE(line.position(4), 2);
        QCOMPARE(line.position(5), 4);
    }

    void tellsWhenItMoves()
    {
        AdapterRegistry adapters;
        Turns turns(adapters);
        turns.setLimits({{one, 1}});
        Line line(turns);
        line.come(u"aa"_s);
        QList<int> told;
        std::unique_ptr<Turn> last(turns.take(one, asker(u'a'), nullptr));
        connect(last.get(), &Turn::moved, this, [&told](int position) { told.append(position); });
        QTRY_COMPARE(told, QList<int> {2});
        line.endOne();
        QTRY_COMPARE(told, (QList<int> {2, 1}));
        line.endOne();
        QTRY_VERIFY(last->isGranted());
        QCOMPARE(told.size(), 2);
    }

    void whoLeavesMakesRoom()
    {
        AdapterRegistry adapters;
        Turns turns(adapters);
        turns.setLimits({{one, 1}});
        Line line(turns);
        line.come(u"abc"_s);
        line.leave(1); // b, who waits
        line.endOne();
        QTRY_COMPARE(line.served(), u"ac"_s);
    }

    /// Each turn once: those that are granted, at once or later, and those that are given up before.
    void waitsAreToldOnce()
    {
        AdapterRegistry adapters;
        Turns turns(adapters);
        turns.setLimits({{one, 1}});
        QString told;
        QList<std::chrono::milliseconds> times;
        connect(&turns, &Turns::waited, this,
                [&](const QString &provider, const Origin &who, std::chrono::milliseconds time) {
                    QCOMPARE(provider, one);
                    QCOMPARE(who.kind, Origin::Kind::Gateway);
                    told += who.client;
                    times.append(time);
                });
        Line line(turns);
        line.come(u"abc"_s);
        QCOMPARE(told, u"a"_s); // it does not wait
        QCOMPARE(times.first(), std::chrono::milliseconds(0));
        line.leave(1);
        QCOMPARE(told, u"ab"_s);
        line.endOne();
        QTRY_COMPARE(told, u"abc"_s);
        line.endOne();
        QTest::qWait(0);
        QCOMPARE(told, u"abc"_s);
        QVERIFY(
            std::all_of(times.begin(), times.end(), [](std::chrono::milliseconds time) { return time.count() >= 0; }));
    }

    void limitsCountFromNowOn()
    {
        AdapterRegistry adapters;
        Turns turns(adapters);
        turns.setLimits({{one, 1}});
        Line line(turns);
        line.come(u"aaaa"_s);
        QCOMPARE(line.running(), 1);
        turns.setLimits({{one, 3}});
        QTRY_COMPARE(line.running(), 3);
        turns.setLimits({{one, 1}}); // those that run are left alone
        line.endOne();
        line.endOne();
        QTest::qWait(0);
        QCOMPARE(line.running(), 1);
        QCOMPARE(line.served(), u"aaa"_s);
        line.endOne();
        QTRY_COMPARE(line.served(), u"aaaa"_s);
    }

    /// As the programs do it: the engine is made on one thread and moved to its own.
    void servesOnAnotherThread()
    {
        AdapterRegistry adapters;
        auto *turns = new Turns(adapters);
        QThread thread;
        turns->moveToThread(&thread);
        thread.start();
        std::atomic<bool> isServed = false;
        QMetaObject::invokeMethod(turns, [turns, &isServed] {
            Turn *first = turns->take(one, asker(u'a'), turns);
            Turn *second = turns->take(one, asker(u'a'), turns);
            connect(second, &Turn::granted, turns, [&isServed] { isServed = true; });
            delete first;
        });
        const bool served = QTest::qWaitFor([&isServed] { return isServed.load(); });
        QMetaObject::invokeMethod(turns, [turns, &thread] {
            delete turns;
            thread.quit();
        });
        QVERIFY(thread.wait(std::chrono::seconds(5)));
        QVERIFY(served);
    }

    void endsAfterWhatItServes()
    {
        AdapterRegistry adapters;
        auto turns = std::make_unique<Turns>(adapters);
        const std::unique_ptr<Turn> turn(turns->take(one, asker(u'a'), nullptr));
        turns.reset();
        QVERIFY(turn->isGranted()); // and its end troubles nobody
    }
};

QTEST_GUILESS_MAIN(TestTurns)
#include "test_turns.moc"
