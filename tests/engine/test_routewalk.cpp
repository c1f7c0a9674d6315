// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/routewalk.h"
#include "tests/engine/toyvendor.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

RankedPlan at(const QString &provider, const QString &model = u"a"_s)
{
    RankedPlan ranked;
    ranked.plan.offer = toyOffer(model, provider);
    ranked.fromFallback = model != "a"_L1;
    return ranked;
}

Error failure(ErrorKind kind, Billing billing, int status = 0)
{
    Error error;
    error.kind = kind;
    error.billing = billing;
    error.httpStatus = status;
    return error;
}

} // namespace

/// Who is asked next, and why: the rules of failover as values.
class TestRouteWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnWhereNothingWasBegun_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<Billing>("billing");
        QTest::addColumn<bool>("goesOn");
        QTest::addColumn<QString>("because");
        QTest::addColumn<bool>("goesOnWhenUnsure"); ///< with the setting
        const auto row = [](const char *name, ErrorKind kind, Billing billing, bool goesOn, const char *because,
                            bool whenUnsure) {
            QTest::newRow(name) << kind << billing << goesOn << QString::fromLatin1(because) << whenUnsure;
        };
        const auto free = Billing::NotBilled;
        const auto unsure = Billing::MayBeBilled;
        row("too many calls", ErrorKind::RateLimit, free, true, "nothing_was_begun", true);
        row("busy", ErrorKind::Overloaded, free, true, "nothing_was_begun", true);
        row("no such model", ErrorKind::NotFound, free, true, "nothing_was_begun", true);
        row("the key", ErrorKind::Auth, free, true, "nothing_was_begun", true);
        row("no funds", ErrorKind::Funds, free, true, "nothing_was_begun", true);
        row("not reached", ErrorKind::Network, free, true, "nothing_was_begun", true);
        row("its own budget", ErrorKind::Budget, free, true, "nothing_was_begun", true);
        row("a wrong request", ErrorKind::Invalid, free, false, "others_would_not_help", false);
        row("refused content", ErrorKind::ContentPolicy, free, false, "refusal_must_stop", false);
        row("lost after sending", ErrorKind::Network, unsure, false, "unsure_must_stop", true);
        row("out of time", ErrorKind::Timeout, unsure, false, "unsure_must_stop", true);
        row("nothing to be read", ErrorKind::Upstream, unsure, false, "unsure_must_stop", true);
        row("cancelled too late", ErrorKind::Cancelled, unsure, false, "unsure_must_stop", false);
        row("refused, perhaps billed", ErrorKind::ContentPolicy, unsure, false, "unsure_must_stop", false);
        row("billed", ErrorKind::Upstream, Billing::Billed, false, "work_was_done", false);
    }
    void goesOnWhereNothingWasBegun()
    {
        QFETCH(const ErrorKind, kind);
        QFETCH(const Billing, billing);
        QFETCH(const bool, goesOnWhenUnsure);
        for (const bool setting : {false, true}) {
            RouteWalk walk({{at(u"one"_s), at(u"two"_s)}, {}, false}, setting);
            QVERIFY(walk.toNext());
            QCOMPARE(walk.why().code, u"first_choice"_s);
            const RouteWalk::Onward onward = walk.after(failure(kind, billing));
            if (setting) {
                QCOMPARE(onward.isAllowed, goesOnWhenUnsure);
            } else {
                QTEST(onward.isAllowed, "goesOn");
                QTEST(onward.because.code, "because");
            }
            if (onward.isAllowed) {
                QVERIFY(walk.toNext());
                QCOMPARE(walk.plan().offer.provider, u"two"_s);
                QCOMPARE(walk.why().code, u"next_offer"_s);
                const RouteWalk::Onward last = walk.after(failure(ErrorKind::Overloaded, Billing::NotBilled));
                QVERIFY(!last.isAllowed);
                QCOMPARE(last.because.code, u"nobody_is_left"_s);
            }
        }
    }

    void fallsBackToAnotherModel_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<Billing>("billing");
        QTest::addColumn<bool>("afterRefusal"); ///< the rules say so
        QTest::addColumn<bool>("whenUnsure"); ///< the setting says so
        QTest::addColumn<QString>("next"); ///< provider/model; empty: nobody
        const auto free = Billing::NotBilled;
        const auto unsure = Billing::MayBeBilled;
        QTest::newRow("refused: not by itself") << ErrorKind::ContentPolicy << free << false << true << QString();
        QTest::newRow("refused: another model, never the same")
            << ErrorKind::ContentPolicy << free << true << false << u"three/b"_s;
        QTest::newRow("refused and perhaps billed") << ErrorKind::ContentPolicy << unsure << true << false << QString();
        QTest::newRow("the same, and the settings allow it")
            << ErrorKind::ContentPolicy << unsure << true << true << u"three/b"_s;
        QTest::newRow("refused and billed") << ErrorKind::ContentPolicy << Billing::Billed << true << true << QString();
        QTest::newRow("busy: the same model first") << ErrorKind::Overloaded << free << true << false << u"two/a"_s;
        QTest::newRow("a wrong request stays wrong") << ErrorKind::Invalid << free << true << true << QString();
    }
    void fallsBackToAnotherModel()
    {
        QFETCH(const ErrorKind, kind);
        QFETCH(const Billing, billing);
        QFETCH(const bool, afterRefusal);
        QFETCH(const bool, whenUnsure);
        QFETCH(const QString, next);
        RouteWalk walk({{at(u"one"_s), at(u"two"_s), at(u"three"_s, u"b"_s)}, {}, afterRefusal}, whenUnsure);
        QVERIFY(walk.toNext());
        const RouteWalk::Onward onward = walk.after(failure(kind, billing));
        QCOMPARE(onward.isAllowed, !next.isEmpty());
        if (onward.isAllowed) {
            QVERIFY(walk.toNext());
            QCOMPARE(QString(walk.plan().offer.provider + u'/' + walk.plan().offer.model), next);
            QCOMPARE(walk.why().code, next.endsWith(u'b') ? u"fallback_model"_s : u"next_offer"_s);
        }
    }

    void aChainIsWalkedToItsEnd()
    {
        RouteWalk walk({{at(u"one"_s), at(u"two"_s, u"b"_s), at(u"three"_s, u"c"_s)}, {}, true}, false);
        QStringList asked;
        while (walk.toNext()) {
            asked.append(walk.plan().offer.provider + u' ' + walk.why().code);
            const RouteWalk::Onward onward = walk.after(failure(ErrorKind::ContentPolicy, Billing::NotBilled));
            asked.append(onward.because.code);
        }
        QCOMPARE(asked,
                 (QStringList {u"one first_choice"_s, u"refusal_may_go_on"_s, u"two fallback_model"_s,
                               u"refusal_may_go_on"_s, u"three fallback_model"_s, u"nobody_is_left"_s}));
    }

    void anotherKeyComesBeforeAnotherOffer()
    {
        const Error refused = failure(ErrorKind::Auth, Billing::NotBilled, 401);
        RouteWalk walk({{at(u"one"_s), at(u"two"_s), at(u"one"_s, u"b"_s)}, {}, false}, false);
        QVERIFY(walk.toNext());
        walk.keyRefused({}, refused);
        QVERIFY(walk.wasRefused({}));
        QVERIFY(!walk.wasRefused(u"work"_s));
        QVERIFY(walk.afterKey().isAllowed);
        QVERIFY(walk.toNext());
        QCOMPARE(walk.plan().offer.provider, u"one"_s);
        QCOMPARE(walk.why().code, u"next_key"_s);
        walk.keyRefused(u"work"_s, refused);
        QVERIFY(walk.after(refused).isAllowed);
        QVERIFY(walk.toNext());
        QCOMPARE(walk.plan().offer.provider, u"two"_s);
        QCOMPARE(walk.why().code, u"next_offer"_s);
        QVERIFY(!walk.wasRefused({})); // that is another provider's
        QVERIFY(walk.toNext());
        QVERIFY(walk.wasRefused({})); // and that the first one's again
    }

    void forbiddenMayBeForThisModelAlone()
    {
        RouteWalk walk({{at(u"one"_s), at(u"one"_s, u"b"_s)}, {}, false}, false);
        QVERIFY(walk.toNext());
        walk.keyRefused({}, failure(ErrorKind::Auth, Billing::NotBilled, 403));
        QVERIFY(walk.wasRefused({}));
        QVERIFY(walk.toNext());
        QVERIFY(!walk.wasRefused({}));
    }

    void whatIsPutOffComesBehindItsModelsOthers()
    {
        RouteWalk walk({{at(u"one"_s), at(u"two"_s), at(u"three"_s, u"b"_s)}, {}, false}, false);
        QStringList order;
        while (walk.toNext()) {
            if (walk.plan().offer.provider == "one"_L1 && walk.putOff()) {
                continue;
            }
            order.append(walk.plan().offer.provider);
        }
        QCOMPARE(order, (QStringList {u"two"_s, u"one"_s, u"three"_s}));
    }
    void theOnlyOneIsNotPutOff()
    {
        RouteWalk walk({{at(u"one"_s), at(u"three"_s, u"b"_s)}, {}, false}, false);
        QVERIFY(walk.toNext());
        QVERIFY(!walk.putOff());
        QCOMPARE(walk.plan().offer.provider, u"one"_s);
    }

    void faultsOfKeys_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<int>("why"); ///< -1: it is not the key's
        const auto free = Billing::NotBilled;
        QTest::newRow("refused") << failure(ErrorKind::Auth, free, 401) << 0;
        QTest::newRow("forbidden") << failure(ErrorKind::Auth, free, 403) << 0;
        QTest::newRow("no funds") << failure(ErrorKind::Funds, free, 402) << 1;
        QTest::newRow("no funds in the vendor's words") << failure(ErrorKind::Funds, free, 429) << 1;
        QTest::newRow("refused in the midst of a job") << failure(ErrorKind::Auth, Billing::MayBeBilled, 401) << -1;
        QTest::newRow("never asked") << failure(ErrorKind::Auth, free) << -1;
        QTest::newRow("too many calls") << failure(ErrorKind::RateLimit, free, 429) << -1;
    }
    void faultsOfKeys()
    {
        QFETCH(const Error, error);
        const std::optional<SetAside::Why> why = keyFault(error);
        QTEST(why ? static_cast<int>(*why) : -1, "why");
    }
};

QTEST_GUILESS_MAIN(TestRouteWalk)
#include "test_routewalk.moc"
