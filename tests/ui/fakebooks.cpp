// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakebooks.h"

#include <QPromise>
#include <QRandomGenerator>

#include <algorithm>
#include <memory>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

/// Once control is back.
template<typename Then, typename Value>
void tell(QObject *context, Then then, Value value)
{
    QMetaObject::invokeMethod(
        context, [then = std::move(then), value = std::move(value)] { then(value); }, Qt::QueuedConnection);
}

template<typename T>
QFuture<T> ready(T value)
{
    return QtFuture::makeReadyFuture(std::move(value));
}

} // namespace

void FakeBooks::release()
{
    const auto held = std::exchange(m_held, {});
    for (const auto &tellHeld : held) {
        tellHeld();
    }
}

QFuture<Result<QList<BudgetState>>> FakeBooks::limits(const QDateTime &)
{
    return ready(readError ? Result<QList<BudgetState>>(*readError) : Result<QList<BudgetState>>(states));
}

void FakeBooks::stateOf(const Budget &budget, const QDateTime &, QObject *context, OnState onState)
{
    BudgetState state;
    state.budget = budget;
    state.spent = usedElsewhere;
    state.reserved = Money::zero();
    tell(context, std::move(onState), readError ? Result<BudgetState>(*readError) : Result<BudgetState>(state));
}

QFuture<Result<qint64>> FakeBooks::setLimit(const Budget &budget)
{
    if (writeError) {
        return ready(Result<qint64>(*writeError));
    }
    set.append(budget);
    for (BudgetState &state : states) {
        if (state.budget.id == budget.id && budget.id > 0) {
            state.budget = budget;
            return ready(Result<qint64>(budget.id));
        }
    }
    BudgetState state;
    state.budget = budget;
    state.budget.id = 1000 + states.size();
    state.spent = usedElsewhere;
    state.reserved = Money::zero();
    states.append(state);
    return ready(Result<qint64>(state.budget.id));
}

QFuture<Status> FakeBooks::removeLimit(qint64 id)
{
    if (writeError) {
        return ready(Status(*writeError));
    }
    removed.append(id);
    states.removeIf([id](const BudgetState &state) { return state.budget.id == id; });
    return ready(Status(Success()));
}

void FakeBooks::sums(const QDateTime &since, const QDateTime &until, QObject *context, OnSums onSums)
{
    Sums sums {Money::zero(), 0, Money::zero()};
    for (const LedgerRow &call : calls) {
        if (call.state == LedgerState::Reserved) {
            sums.keptRunning += call.reserved;
        }
        if (call.begun >= since && call.begun < until && call.state == LedgerState::Settled) {
            if (call.cost.isKnown()) {
                sums.spent += call.cost;
            } else {
                ++sums.unknown;
            }
        }
    }
    tell(context, std::move(onSums), readError ? Result<Sums>(*readError) : Result<Sums>(sums));
}

QFuture<Result<QList<SpendingOfDay>>> FakeBooks::days(const QDateTime &since, const QDateTime &until,
                                                      SpendingGroup group)
{
    QList<SpendingOfDay> sums;
    for (const LedgerRow &call : calls) {
        if (call.begun < since || call.begun >= until || call.state == LedgerState::Released
            || call.state == LedgerState::Reserved) {
            continue;
        }
        SpendingOfDay sum;
        sum.day = call.begun.date();
        sum.group = group == SpendingGroup::Provider ? call.provider
            : group == SpendingGroup::Model          ? call.model
                                                     : call.client;
        sum.cost = Money::zero();
        if (call.state == LedgerState::Settled && call.cost.isKnown()) {
            sum.cost = call.cost;
        } else {
            sum.unknown = 1;
        }
        sums.append(sum);
    }
    return ready(readError ? Result<QList<SpendingOfDay>>(*readError) : Result<QList<SpendingOfDay>>(sums));
}

QFuture<Result<QStringList>> FakeBooks::projects()
{
    return QtFuture::makeReadyFuture(Result<QStringList>(projectNames));
}

void FakeBooks::known(QObject *context, OnKnown onKnown)
{
    Known known;
    for (const LedgerRow &call : calls) {
        if (!known.providers.contains(call.provider)) {
            known.providers.append(call.provider);
        }
    }
    known.clients = clientNames;
    known.projects = projectNames;
    known.first = !calls.isEmpty() ? calls.last().begun.date()
        : generated                ? generated(generatedRows - 1).begun.date()
                                   : QDate();
    tell(context, std::move(onKnown), readError ? Result<Known>(*readError) : Result<Known>(known));
}

QList<LedgerRow> FakeBooks::fitting(const QList<LedgerRow> &all, const LedgerFilter &filter)
{
    QList<LedgerRow> fit;
    for (const LedgerRow &call : all) {
        const QDateTime at = call.settledAt.isValid() ? call.settledAt : call.begun;
        const bool isInTime =
            (!filter.since.isValid() || at >= filter.since) && (!filter.until.isValid() || at < filter.until);
        if (isInTime && (filter.provider.isEmpty() || call.provider == filter.provider)
            && (filter.client.isEmpty() || call.client == filter.client)) {
            fit.append(call);
        }
    }
    return fit;
}

QList<LedgerRow> FakeBooks::written() const
{
    QList<LedgerRow> lines = later;
    for (const LedgerRow &call : calls) {
        lines.append(m_before.value(call.generation, call));
    }
    return lines;
}

QList<LedgerRow> FakeBooks::found(const QList<LedgerRow> &fit, qint64 first, int count) const
{
    if (!generated) {
        return fit.mid(first, count);
    }
    QList<LedgerRow> found;
    for (qint64 row = first; row < std::min(first + count, generatedRows); ++row) {
        found.append(generated(row));
    }
    return found;
}

QFuture<Result<QList<SpendingOfDay>>> FakeBooks::daysWithin(const Budget &scope, const QDateTime &since,
                                                            const QDateTime &until)
{
    Result<QList<SpendingOfDay>> all = days(since, until, SpendingGroup::Provider).result();
    if (all) {
        all.value().removeIf(
            [&scope](const SpendingOfDay &day) { return !scope.provider.isEmpty() && day.group != scope.provider; });
    }
    return ready(all);
}

QFuture<Result<qint64>> FakeBooks::countLines(const LedgerFilter &filter)
{
    const qint64 count = generated ? generatedRows : static_cast<qint64>(fitting(written(), filter).size());
    return ready(readError ? Result<qint64>(*readError) : Result<qint64>(count));
}

QFuture<Result<QList<LedgerRow>>> FakeBooks::rows(const LedgerFilter &filter, qint64 first, int count)
{
    return answered(found(fitting(calls, filter), first, count));
}

QFuture<Result<QList<LedgerRow>>> FakeBooks::lines(const LedgerFilter &filter, qint64 first, int count)
{
    fetches.append({first, count});
    return answered(found(fitting(written(), filter), first, count));
}

QFuture<Result<QList<LedgerRow>>> FakeBooks::answered(const QList<LedgerRow> &rows)
{
    using Answer = Result<QList<LedgerRow>>;
    const Answer told = readError ? Answer(*readError) : Answer(rows);
    if (!isHeld) {
        return ready(told);
    }
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    m_held.append([promise, told] {
        promise->addResult(told);
        promise->finish();
    });
    return promise->future();
}

void FakeBooks::unknown(QObject *context, OnUnknown onUnknown)
{
    tell(context, std::move(onUnknown),
         readError ? Result<QList<UnknownCall>>(*readError) : Result<QList<UnknownCall>>(unknownCalls));
}

void FakeBooks::settle(const LedgerRow &row, Money cost, bool giveUpJob, QObject *context, OnAnswer onSettled)
{
    if (writeError) {
        tell(context, std::move(onSettled), Status(*writeError));
        return;
    }
    settled.append({row.generation, row.attempt, cost, giveUpJob});
    unknownCalls.removeIf([&row](const UnknownCall &other) { return other.row.generation == row.generation; });
    for (LedgerRow &booked : calls) {
        if (booked.generation == row.generation) {
            LedgerRow before = booked;
            before.isSettledLater = true;
            m_before.insert(row.generation, before);
            LedgerRow line = booked;
            line.settledAt = QDateTime::currentDateTimeUtc();
            line.told = booked.reserved;
            line.state = LedgerState::Settled;
            line.cost = cost;
            later.prepend(line);
            booked.state = LedgerState::Settled;
            booked.cost = cost;
        }
    }
    tell(context, std::move(onSettled), Status(Success()));
}

void FakeBooks::ask(const QString &generation, QObject *context, OnAnswer onAnswer)
{
    asked.append(generation);
    tell(context, std::move(onAnswer), answer);
}

void FakeBooks::onChange(QObject *context, std::function<void()> then)
{
    connect(this, &FakeBooks::changed, context, [then = std::move(then)] { then(); });
}

void fillBooks(FakeBooks &books, QDate today)
{
    struct Offer
    {
        QString model;
        QString provider;
        qint64 micros;
    };
    const Offer offers[] = {
        {u"flux-2-pro"_s, u"fal"_s, 45'000},        {u"seedream-4-5"_s, u"fal"_s, 40'000},
        {u"gpt-image-2"_s, u"openai"_s, 41'000},    {u"gemini-3-pro-image"_s, u"google-gemini"_s, 34'000},
        {u"ideogram-v3"_s, u"replicate"_s, 60'000}, {u"flux-2-pro"_s, u"replicate"_s, 30'000},
        {u"gpt-image-2"_s, u"openai"_s, 41'000},    {u"sdxl"_s, u"together"_s, 4'000},
        {u"luma-photon"_s, u"luma"_s, 15'000}};
    const QStringList clients {QString(), u"cl_blog"_s, u"cl_webui"_s, u"cl_n8n"_s, QString()};
    books.clientNames = {{u"cl_blog"_s, u"Blog builder"_s}, {u"cl_webui"_s, u"Open WebUI"_s}, {u"cl_n8n"_s, u"n8n"_s}};
    books.projectNames = QStringList {u"book-cover"_s, u"shop"_s};
    QRandomGenerator dice(11); // the same month each time
    QDateTime at(today, QTime(15, 42, 12));
    // Also on the first of a month there is a month to look at.
    const QDateTime month = QDate(today.year(), today.month(), 1).startOfDay();
    constexpr int enough = 80;
    for (int number = 0; at.date() >= today.addDays(-50); ++number) {
        const Offer &offer = offers[dice.bounded(9)];
        LedgerRow call;
        call.state = LedgerState::Settled;
        call.generation = u"gen_%1"_s.arg(number);
        call.begun = at;
        call.model = offer.model;
        call.provider = offer.provider;
        call.client = clients.at(dice.bounded(5));
        call.project = dice.bounded(6) == 0 ? u"shop"_s : QString();
        call.told = Money::fromMicros(offer.micros);
        call.reserved = call.told;
        call.cost = call.told;
        const int fate = dice.bounded(20);
        if (fate == 1) {
            call.cost = Money::fromMicros(offer.micros + 3'000);
        } else if (fate == 2) {
            call.cost = Money::fromMicros(offer.micros - 400);
        } else if (fate == 3) {
            call.state = LedgerState::Released;
            call.cost = Money::unknown();
        }
        if (number == 2 || number == 4) {
            call.state = LedgerState::Reserved;
            call.cost = Money::unknown();
        } else if (number == 6 || number == 31) {
            call.state = LedgerState::Kept;
            call.cost = Money::unknown();
            books.unknownCalls.append({call, u"The connection was lost before the answer."_s, number == 6});
        }
        books.calls.append(call);
        const qint64 usual = 60LL * (20 + dice.bounded(at.date().dayOfWeek() > 5 ? 900 : 190));
        const qint64 dense = month.secsTo(at) / std::max(1, enough - number);
        at = at.addSecs(-(number < enough ? std::min(usual, dense) : usual));
    }
    const auto limit = [&books](qint64 id, double dollars, Period period, double spent, double reserved) {
        BudgetState state;
        state.budget.id = id;
        state.budget.limit = Money::fromDollars(dollars);
        state.budget.period = period;
        state.spent = Money::fromDollars(spent);
        state.reserved = Money::fromDollars(reserved);
        books.states.append(state);
        return &books.states.last().budget;
    };
    limit(1, 20, Period::Month, 7.61, 0.13);
    limit(2, 2, Period::Day, 1.10, 0.13);
    limit(3, 8, Period::Month, 3.02, 0)->provider = u"fal"_s;
    limit(4, 5, Period::Month, 2.71, 0.06)->provider = u"openai"_s;
    limit(5, 4, Period::Month, 3.10, 0)->client = u"cl_webui"_s;
    limit(6, 2, Period::Month, 0.84, 0)->client = u"cl_blog"_s;
    limit(7, 1, Period::Week, 1.00, 0)->client = u"cl_n8n"_s;
    limit(8, 0.5, Period::Day, 0.205, 0)->model = u"gpt-image-2"_s;
    Budget *project = limit(9, 3, Period::Total, 3.20, 0);
    project->project = u"shop"_s;
    project->isHard = false;
}

} // namespace lightwell::test
