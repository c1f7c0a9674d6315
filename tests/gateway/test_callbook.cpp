// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The book of calls by itself: work that only counts what it is told.
#include "core/gateway/calls/callbook.h"
#include "core/gateway/refusal.h"
#include "tests/gateway/gatewayrig.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What the works of one test were told, in order.
struct Told
{
    QStringList what;
    QList<BookedCall *> begun;
    bool forFree = false;
};

class CountingWork : public CallWork
{
public:
    CountingWork(QString name, Told &told)
        : m_name(std::move(name))
        , m_told(told)
    {
    }
    void begin(BookedCall &call) override
    {
        tell(u"begin"_s);
        call.setGeneration(u"gen_"_s + m_name);
        m_told.begun.append(&call);
    }
    void follow(BookedCall &, const QString &generation) override { tell(u"follow "_s + generation); }
    void cancel(const BookedCall &) override { tell(u"cancel"_s); }
    void answer(BookedCall &call, Exchange *exchange) override
    {
        tell(u"answer"_s);
        call.deliverBy(exchange);
        exchange->respond({200, {}, {}});
        Q_EMIT exchange->departure()->left();
        Q_EMIT exchange->departure()->received();
    }
    void refuse(Exchange *exchange, const Refusal &refusal) override
    {
        tell(u"refuse %1"_s.arg(refusal.status()));
        exchange->respond({refusal.status(), {}, {}});
    }
    [[nodiscard]] bool endedForFree() const override { return m_told.forFree; }
    [[nodiscard]] bool isProvisional() const override { return false; }
    [[nodiscard]] qint64 keptBytes() const override { return 10; }

private:
    void tell(const QString &what) { m_told.what.append(m_name + u' ' + what); }

    QString m_name;
    Told &m_told;
};

} // namespace

class TestCallBook : public QObject
{
    Q_OBJECT

private:
    /// A call of a client; `key` and `body` make it the same as another.
    Exchange *call(const QString &name, const QByteArray &key, const QByteArray &body, int repetition = -1,
                   const QString &client = u"cl"_s)
    {
        GatewayRequest request;
        if (!key.isEmpty()) {
            request.headers.append({"Idempotency-Key", key});
        }
        if (repetition >= 0) {
            request.headers.append({"x-stainless-retry-count", QByteArray::number(repetition)});
        }
        auto *exchange = new Exchange(request, m_owner.get());
        m_book->take(exchange, CallIdentity::of(request, client, body), std::make_unique<CountingWork>(name, m_told));
        return exchange;
    }
    static void hangUp(Exchange *exchange)
    {
        Q_EMIT exchange->abandoned();
        delete exchange;
    }

    GatewayRig m_rig;
    std::unique_ptr<QObject> m_owner;
    std::unique_ptr<CallBook> m_book;
    Told m_told;

private Q_SLOTS:
    void init()
    {
        m_told = {};
        m_owner = std::make_unique<QObject>();
        m_book = std::make_unique<CallBook>(*m_rig.rig.journal);
        m_book->setLimits({10min, 4, 1000});
    }

    void steps_data()
    {
        QTest::addColumn<CallState>("from");
        QTest::addColumn<QList<CallState>>("next");
        using enum CallState;
        QTest::newRow("looking") << Looking << QList {Abandoned, Running};
        QTest::newRow("abandoned") << Abandoned << QList {Looking};
        QTest::newRow("running") << Running << QList {Unwatched, Cancelling, Answered};
        QTest::newRow("unwatched") << Unwatched << QList {Running, Cancelling, Answered};
        QTest::newRow("cancelling") << Cancelling << QList {Running, Answered};
        QTest::newRow("answered") << Answered << QList {Delivered};
        QTest::newRow("delivered") << Delivered << QList<CallState> {};
    }
    void steps()
    {
        QFETCH(CallState, from);
        QFETCH(QList<CallState>, next);
        using enum CallState;
        for (const CallState to : {Looking, Abandoned, Running, Unwatched, Cancelling, Answered, Delivered}) {
            QVERIFY2(mayBecome(from, to) == next.contains(to), qPrintable(QString::number(int(to))));
        }
    }

    void equalCallsAreTwoWishes()
    {
        call(u"a"_s, {}, "body");
        call(u"b"_s, {}, "body");
        QCOMPARE(m_told.what, QStringList({u"a begin"_s, u"b begin"_s}));
    }

    void oneKeyIsOneCall()
    {
        const Exchange *first = call(u"a"_s, "key", "body");
        const Exchange *second = call(u"b"_s, "key", "body"); // while the journal is still asked
        QTRY_COMPARE(m_told.what, QStringList(u"a begin"_s));
        const Exchange *third = call(u"c"_s, "key", "body"); // while it runs
        m_told.begun.first()->end();
        const Exchange *fourth = call(u"d"_s, "key", "body"); // after its end
        QCOMPARE(m_told.what.count(u"a answer"_s), 4);
        for (const Exchange *exchange : {first, second, third, fourth}) {
            QVERIFY(exchange->isAnswered());
            QCOMPARE(exchange->generation(), u"gen_a"_s);
        }
    }

    void aKeyWithAnotherBodyIsRefused()
    {
        call(u"a"_s, "key", "body");
        const Exchange *other = call(u"b"_s, "key", "another body");
        QVERIFY(other->isAnswered());
        QCOMPARE(m_told.what, QStringList(u"b refuse 422"_s));
        QTRY_COMPARE(m_told.what.last(), u"a begin"_s);
    }

    void whoeverLeavesEndsIt_data()
    {
        QTest::addColumn<int>("repetition");
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("for good") << -1 << false;
        QTest::newRow("and may come back") << 0 << true;
    }
    void whoeverLeavesEndsIt()
    {
        QFETCH(int, repetition);
        QFETCH(bool, goesOn);
        hangUp(call(u"a"_s, {}, "body", repetition));
        QCOMPARE(m_told.begun.first()->state(), goesOn ? CallState::Unwatched : CallState::Cancelling);
        QCOMPARE(m_told.what.contains(u"a cancel"_s), !goesOn);
        const Exchange *back = call(u"b"_s, {}, "body", 1);
        if (goesOn) {
            QCOMPARE(m_told.begun.first()->state(), CallState::Running);
        }
        m_told.begun.first()->end();
        QVERIFY(back->isAnswered());
        QVERIFY(!m_told.what.contains(u"b begin"_s));
    }

    void repetitionsOfEqualWishesGetOneEach_data()
    {
        QTest::addColumn<bool>("endsMeanwhile");
        QTest::newRow("while both run") << false;
        QTest::newRow("after both have ended") << true;
    }
    void repetitionsOfEqualWishesGetOneEach()
    {
        QFETCH(bool, endsMeanwhile);
        for (Exchange *exchange : {call(u"a"_s, {}, "body", 0), call(u"b"_s, {}, "body", 0)}) {
            hangUp(exchange);
        }
        const auto endBoth = [this] {
            for (BookedCall *begun : std::as_const(m_told.begun)) {
                begun->end();
            }
        };
        if (endsMeanwhile) {
            endBoth();
        }
        const Exchange *first = call(u"c"_s, {}, "body", 1);
        const Exchange *second = call(u"d"_s, {}, "body", 1);
        if (!endsMeanwhile) {
            endBoth();
        }
        QCOMPARE(m_told.begun.size(), 2);
        QVERIFY(first->isAnswered() && second->isAnswered());
        QCOMPARE(QSet<QString>({first->generation(), second->generation()}), QSet<QString>({u"gen_a"_s, u"gen_b"_s}));
    }

    void theGraceEnds()
    {
        m_book->setLimits({1ms, 4, 1000});
        hangUp(call(u"a"_s, {}, "body", 0));
        QTRY_COMPARE(m_told.what, QStringList({u"a begin"_s, u"a cancel"_s}));
        QCOMPARE(m_told.begun.first()->state(), CallState::Cancelling);
    }

    /// Whoever leaves before it is known whether there is an earlier one leaves nothing behind.
    void nothingIsBegunForNobody()
    {
        hangUp(call(u"a"_s, "key", "body"));
        QTRY_COMPARE(m_book->size(), 0);
        QVERIFY(m_told.what.isEmpty());
    }

    void oneClientLeavesSomeForOthers()
    {
        for (int i = 0; i < 3; ++i) {
            hangUp(call(QString::number(i), {}, QByteArray::number(i), 0));
        }
        QCOMPARE(m_told.what.count(u"0 cancel"_s) + m_told.what.count(u"1 cancel"_s), 0);
        QVERIFY(m_told.what.contains(u"2 cancel"_s)); // two of four are its share
    }

    void whatIsOfNoUseIsForgotten_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("forFree");
        QTest::addColumn<int>("kept");
        QTest::newRow("without a key, delivered") << QByteArray() << false << 0;
        QTest::newRow("with a key") << "key"_ba << false << 1;
        QTest::newRow("with a key, for free") << "key"_ba << true << 0;
    }
    void whatIsOfNoUseIsForgotten()
    {
        QFETCH(QByteArray, key);
        QFETCH(bool, forFree);
        m_told.forFree = forFree;
        call(u"a"_s, key, "body");
        QTRY_COMPARE(m_told.begun.size(), 1);
        m_told.begun.first()->end();
        QTEST(m_book->size(), "kept");
    }

    void keptAnswersAreBounded()
    {
        m_book->setLimits({10min, 4, 25});
        for (int i = 0; i < 4; ++i) {
            call(QString::number(i), QByteArray::number(i), "body");
            QTRY_COMPARE(m_told.begun.size(), i + 1);
            m_told.begun.last()->end();
        }
        QCOMPARE(m_book->size(), 2); // of ten bytes each
    }

    /// Who makes many calls, which may cost nothing, pushes out no answer that another has paid for.
    void theOldestOfWhoHasMostGoes()
    {
        CallBook::Limits limits {10min, 4, 1000};
        limits.answersKept = 3;
        m_book->setLimits(limits);
        const auto answered = [this](const QString &name, const QString &client) {
            const qsizetype before = m_told.begun.size();
            call(name, name.toUtf8(), "body", -1, client);
            QTRY_COMPARE(m_told.begun.size(), before + 1);
            m_told.begun.last()->end();
        };
        answered(u"quiet"_s, u"quiet"_s);
        for (int i = 0; i < 5; ++i) {
            answered(QString::number(i), u"busy"_s);
        }
        QCOMPARE(m_book->size(), 3);
        m_told.what.clear();
        QVERIFY(call(u"again"_s, "quiet", "body", -1, u"quiet"_s)->isAnswered());
        QVERIFY(call(u"again"_s, "4", "body", -1, u"busy"_s)->isAnswered());
        QCOMPARE(m_told.what, QStringList({u"quiet answer"_s, u"4 answer"_s}));
    }

    void closingCancelsAll()
    {
        call(u"a"_s, {}, "body");
        call(u"b"_s, "key", "body"); // is still looked for
        m_book->cancelAll();
        QTRY_COMPARE(m_book->size(), 1);
        QCOMPARE(m_told.what, QStringList({u"a begin"_s, u"a cancel"_s}));
    }
};

QTEST_GUILESS_MAIN(TestCallBook)
#include "test_callbook.moc"
