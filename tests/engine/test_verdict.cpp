// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/verdict.h"
#include "core/planning/planner.h"
#include "tests/engine/toyvendor.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

CallEnd failed(Billing billing, Money cost = {})
{
    Error error;
    error.billing = billing;
    return {{}, error, cost, 0};
}

CallEnd made(Money cost = {}, int planned = 1, int pictures = 1)
{
    PlannedCall call;
    call.n = planned;
    return {call, {}, cost, pictures};
}

} // namespace

/// The money rules: what an attempt's calls come to.
class TestVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsBecomeOneVerdict_data()
    {
        QTest::addColumn<QList<CallEnd>>("calls");
        QTest::addColumn<int>("pictures");
        QTest::addColumn<bool>("cancelled");
        QTest::addColumn<GenerationStatus>("status");
        QTest::addColumn<Journal::Settlement>("settlement");
        QTest::addColumn<Money>("cost");
        using Calls = QList<CallEnd>;
        using enum GenerationStatus;
        const auto row = [](const char *name, const Calls &calls, int pictures, bool cancelled, GenerationStatus status,
                            Journal::Settlement settlement, Money cost) {
            QTest::newRow(name) << calls << pictures << cancelled << status << settlement << cost;
        };
        const Money list = Money::fromMicros(30'000);
        const Money told = Money::fromMicros(12'345);
        row("made, at the price list", {made()}, 1, false, Completed, Journal::Settlement::Settle, list);
        row("made, at the vendor's word", {made(told)}, 1, false, Completed, Journal::Settlement::Settle, told);
        row("two made", {made(told), made()}, 2, false, Completed, Journal::Settlement::Settle, told + list);
        row("refused", {failed(Billing::NotBilled)}, 0, false, Failed, Journal::Settlement::Release, Money::zero());
        row("billed without a picture", {failed(Billing::Billed)}, 0, false, Failed, Journal::Settlement::Settle, list);
        row("unclear", {failed(Billing::MayBeBilled)}, 0, false, Unknown, Journal::Settlement::Keep, Money());
        row("one made, one refused", {made(), failed(Billing::NotBilled)}, 1, false, Completed,
            Journal::Settlement::Settle, list);
        row("one made, one unclear", {made(), failed(Billing::MayBeBilled)}, 1, false, Completed,
            Journal::Settlement::Keep, Money());
        row("one refused, one unclear", {failed(Billing::NotBilled), failed(Billing::MayBeBilled)}, 0, false, Unknown,
            Journal::Settlement::Keep, Money());
        row("one refused, one billed without a picture", {failed(Billing::NotBilled), failed(Billing::Billed)}, 0,
            false, Failed, Journal::Settlement::Settle, list);
        row("fewer made than asked for", {made(Money(), 4, 1)}, 1, false, Completed, Journal::Settlement::Settle, list);
        row("all made", {made(Money(), 4, 4)}, 4, false, Completed, Journal::Settlement::Settle,
            Money::fromMicros(120'000));
        row("cancelled, one made", {made(), failed(Billing::NotBilled)}, 1, true, Cancelled,
            Journal::Settlement::Settle, list);
        row("cancelled in time", {failed(Billing::NotBilled)}, 0, true, Cancelled, Journal::Settlement::Release,
            Money::zero());
        row("cancelled too late", {made()}, 1, true, Completed, Journal::Settlement::Settle, list);
        row("cancelled, unclear", {failed(Billing::MayBeBilled)}, 0, true, Unknown, Journal::Settlement::Keep, Money());
    }
    void callsBecomeOneVerdict()
    {
        QFETCH(QList<CallEnd>, calls);
        QFETCH(int, pictures);
        QFETCH(bool, cancelled);
        Request request;
        request.model = u"toy"_s;
        request.prompt = u"boat"_s;
        const Plan plan = makePlan(request, toyOffer(u"toy"_s, u"one"_s, 30'000)).value();
        const Verdict verdict = judge(plan, calls, pictures, cancelled);
        QTEST(verdict.status, "status");
        QTEST(verdict.settlement, "settlement");
        QTEST(verdict.cost, "cost");
    }

    void whatMayBeBilledWeighsMost()
    {
        const Plan plan;
        const Verdict verdict =
            judge(plan, {failed(Billing::NotBilled), failed(Billing::MayBeBilled), failed(Billing::Billed)}, 0, false);
        QCOMPARE(verdict.error->billing, Billing::MayBeBilled);
    }
};

QTEST_GUILESS_MAIN(TestVerdict)
#include "test_verdict.moc"
