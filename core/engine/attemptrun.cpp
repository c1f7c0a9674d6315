// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/attemptrun.h"

#include "core/adapter/unreadablecost.h"
#include "core/async/whendone.h"
#include "core/engine/callerrors.h"
#include "core/engine/callreasons.h"
#include "core/engine/pictureconversation.h"
#include "core/engine/signins.h"
#include "core/engine/turns.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace lightwell {

namespace {

Error nothingCame()
{
    Error error;
    error.kind = ErrorKind::Upstream;
    error.reason = reasons::noPictureSent();
    return error;
}

} // namespace

AttemptRun::AttemptRun(const EngineParts &parts, const Sources &sources, EnginePolicy policy, Name name,
                       AttemptOrder order, Credentials credentials, QObject *parent)
    : AttemptWork(parent)
    , m_parts(parts)
    , m_sources(sources)
    , m_policy(std::move(policy))
    , m_name(std::move(name))
    , m_order(std::move(order))
    , m_plan(*m_order.plan)
    , m_credentials(std::move(credentials))
{
    for (const PlannedCall &call : m_plan.calls) {
        addDriver(call);
    }
}

void AttemptRun::addDriver(const PlannedCall &planned)
{
    const std::size_t index = m_calls.size();
    const Adapter &adapter = *m_parts.adapters.find(m_plan.offer.provider);
    auto *driver = new CallDriver(pictureConversation(adapter, m_order.sent, planned, m_credentials, m_parts.clock),
                                  m_parts.http, m_policy.patience, this);
    if (!m_credentials.token.isEmpty()) {
        driver->setRenewal(renewalOf(planned));
    }
    m_calls.push_back({planned, driver, nullptr, {}, {}, {}, {}, false});
    connect(driver, &CallDriver::progressed, this, [this, index](const Progress &progress) { tell(index, progress); });
    connect(driver, &CallDriver::stateChanged, this,
            [this, index](const AdapterState &state, Money price) { keepJob(index, state, price); });
    connect(driver, &CallDriver::finished, this,
            [this, index](const CallOutcome &outcome) { callEnded(index, outcome); });
}

CallDriver::Renewal AttemptRun::renewalOf(const PlannedCall &planned)
{
    return [this, planned](QObject *context, const std::function<void(const CallDriver::Renewed &)> &then) {
        const auto goOn = [this, planned, then](const Result<Credentials> &credentials) {
            const Adapter &adapter = *m_parts.adapters.find(m_plan.offer.provider);
            then(credentials ? CallDriver::Renewed(
                     pictureConversation(adapter, m_order.sent, planned, *credentials, m_parts.clock))
                             : CallDriver::Renewed(credentials.error()));
        };
        m_sources.signIns.renew(m_plan.offer.provider, m_credentials, context, goOn);
    };
}

void AttemptRun::keepJob(std::size_t index, const AdapterState &state, Money price)
{
    Call &call = m_calls[index];
    const Money believed = believedPrice(m_plan, call.planned, price);
    const bool isNew = believed.isKnown() && believed != call.named;
    Journal::NamedPrice named;
    if (isNew) {
        call.named = believed;
        QList<Money> prices;
        for (const Call &each : m_calls) {
            prices.append(each.named);
        }
        named = {believed, costByPrices(m_plan, prices), m_parts.clock.now()};
        ++m_pricesToWrite;
    }
    const auto saved =
        m_parts.journal.saveState(m_name.generation, m_name.attempt, static_cast<int>(index), state, named);
    if (!isNew) {
        return;
    }
    whenDone(saved, this, [this](const Result<Reason> &exceeded) {
        if (exceeded && !exceeded->isEmpty()) {
            m_complaint = Error();
            m_complaint->kind = ErrorKind::Budget;
            m_complaint->billing = Billing::Billed;
            m_complaint->code = QStringLiteral("BUDGET_EXCEEDED");
            m_complaint->reason = *exceeded;
        }
        --m_pricesToWrite;
        finishIfAllEnded();
    });
}

void AttemptRun::takeTurn(Turn *turn)
{
    if (turn) {
        turn->setParent(this);
        m_calls.front().turn = turn;
    }
}

void AttemptRun::start()
{
    // Only now that all are known: a call that fails at once must not look like the last one.
    for (std::size_t index = 0; index < m_calls.size() && !m_finished; ++index) {
        startInTurn(index);
    }
}

void AttemptRun::startInTurn(std::size_t index)
{
    Call &call = m_calls[index];
    if (!call.driver) {
        return; // cancelled
    }
    if (!call.turn) {
        call.turn = m_sources.turns.take(m_plan.offer.provider, m_sources.who, this);
    }
    if (call.turn->isGranted()) {
        call.driver->start();
    } else {
        connect(call.turn, &Turn::granted, this, [this, index] { startInTurn(index); });
    }
}

/// What one call tells, as how far all of them are: whoever hears it knows nothing of calls.
void AttemptRun::tell(std::size_t index, const Progress &progress)
{
    m_calls[index].progress.take(progress);
    std::vector<CallProgress> calls;
    calls.reserve(m_calls.size());
    for (const Call &call : m_calls) {
        calls.push_back({call.progress.told, call.ended});
    }
    Progress all = progressOf(calls);
    all.provider = progress.provider;
    all.preview = progress.preview;
    Q_EMIT progressed(all);
}

void AttemptRun::cancel()
{
    if (std::exchange(m_cancelled, true) || m_isLooking) {
        return;
    }
    cancelDrivers();
}

void AttemptRun::cancelDrivers()
{
    for (const auto &call : m_calls) {
        if (CallDriver *driver = call.driver) {
            driver->cancel();
        }
    }
}

CallEnd AttemptRun::endOf(const Call &call)
{
    return {call.planned, call.outcome.error, call.outcome.cost, call.outcome.made, call.doubted};
}

void AttemptRun::weighCost(Call &call) const
{
    CallEnd end = endOf(call);
    lightwell::weighCost(m_plan, end);
    call.outcome.cost = end.cost;
    call.doubted = end.doubted;
}

namespace {

std::optional<MaskedPicture> maskedBefore(const Plan &plan)
{
    const Request &request = plan.request;
    const QList<InputImage> references = request.imagesFor(ImageRole::Reference);
    if (!plan.output.keepsOutsideMask || !request.mask || references.isEmpty()) {
        return std::nullopt;
    }
    return MaskedPicture {references.first().bytes, request.mask->bytes};
}

} // namespace

QList<FinishOrder> AttemptRun::ordersFor(const Call &call, const QList<ProducedMedia> &images) const
{
    const Money all = costOfCall(m_plan, endOf(call));
    const Money each = all.isKnown() ? Money::fromMicros(all.micros() / std::max(1, call.outcome.made)) : all;
    QList<FinishOrder> orders;
    for (const ProducedMedia &image : images) {
        FinishOrder order {image, m_plan.output, maskedBefore(m_plan), {}};
        if (m_policy.embedRecipe) {
            order.recipe = recipeOf(m_plan, call.planned, image, each, m_parts.clock.now());
        }
        orders.append(std::move(order));
    }
    return orders;
}

void AttemptRun::callEnded(std::size_t index, const CallOutcome &outcome)
{
    Call &call = m_calls[index];
    call.driver->deleteLater();
    call.driver = nullptr;
    if (Turn *turn = std::exchange(call.turn, nullptr)) {
        turn->deleteLater(); // perhaps it is what tells of its turn
    }
    call.outcome = outcome;
    call.outcome.media.clear();
    if (!call.outcome.cost.isKnown() && call.outcome.made > 0) {
        call.outcome.cost = call.named;
    }
    weighCost(call);
    if (const QString told = outcome.usage.value(QLatin1StringView(unreadableCost)).toString(); !told.isEmpty()) {
        m_complaint = Error();
        m_complaint->kind = ErrorKind::Upstream;
        m_complaint->billing = Billing::Billed;
        m_complaint->code = QString::fromLatin1(costDoubtedCode);
        m_complaint->reason = reasons::costUnreadable(told);
    }
    if (outcome.media.isEmpty()) {
        if (!outcome.error) {
            call.outcome.error = nothingCame();
        }
        const UnreadAnswer unread = std::exchange(call.outcome.unread, {});
        if (m_isResumed) {
            lookForArrived(index, unread);
        } else {
            keepUnread(index, unread);
        }
        return;
    }
    tell(index, {Progress::Stage::Converting, {}, {}, m_plan.offer.provider, 1});
    QStringList places;
    for (qsizetype picture = 0; picture < outcome.media.size(); ++picture) {
        places.append(QString(placeOf(index) + u'.' + QString::number(picture)));
    }
    const auto work = [orders = ordersFor(call, outcome.media), media = &m_parts.media, places, told = toldCost(call)] {
        QList<Result<FinishedPicture>> results;
        for (const FinishOrder &order : orders) {
            results.append(finishPicture(order, media->notingAt(places.at(results.size()), told)));
        }
        return results;
    };
    whenDone(QtConcurrent::run(work), this, [this, index, places](const QList<Result<FinishedPicture>> &results) {
        picturesReady(index, places, results);
    });
}

/// As the vendor told it; whoever takes it up weighs it again.
Money AttemptRun::toldCost(const Call &call)
{
    return call.doubted.isKnown() ? call.doubted : call.outcome.cost;
}

/// By which the media store knows what comes of a call.
QString AttemptRun::placeOf(std::size_t index) const
{
    return m_name.generation + u'.' + QString::number(m_name.attempt) + u'.' + QString::number(index);
}

/// Whatever it is, it may be paid for: somebody may know how to open it.
void AttemptRun::keepUnread(std::size_t index, const UnreadAnswer &answer)
{
    const auto end = [this, index] {
        m_calls[index].ended = true;
        finishIfAllEnded();
    };
    if (answer.bytes.isEmpty() && !answer.file) {
        end();
        return;
    }
    const auto keeping = QtConcurrent::run([answer, media = &m_parts.media] {
        return answer.file ? media->keepUnread(*answer.file) : media->keepUnread(answer.bytes);
    });
    whenDone(keeping, this, [this, index, end](const Result<QString> &path) {
        if (path) {
            callerrors::tellAnswerKept(*m_calls[index].outcome.error, *path);
        }
        end();
    });
}

void AttemptRun::picturesReady(std::size_t index, const QStringList &places,
                               const QList<Result<FinishedPicture>> &results)
{
    Call &call = m_calls[index];
    for (qsizetype picture = 0; picture < places.size(); ++picture) {
        const bool isOnlyOne = picture < results.size() && results.at(picture) && !results.at(picture)->hasEarlier;
        m_notes.append({places.at(picture), !isOnlyOne});
    }
    for (const Result<FinishedPicture> &result : results) {
        if (result) {
            call.pictures.append(result->picture);
            if (result->complaint) {
                m_complaint = result->complaint;
            }
        } else {
            call.outcome.error = result.error();
            // Whatever went wrong here, the vendor has done its work.
            call.outcome.error->billing = call.outcome.cost == Money::zero() ? Billing::NotBilled : Billing::Billed;
        }
    }
    if (results.isEmpty()) {
        call.outcome.error = givenUp();
        call.outcome.error->billing = Billing::Billed;
    }
    endWithPictures(index);
}

void AttemptRun::endWithPictures(std::size_t index)
{
    Call &call = m_calls[index];
    call.ended = true;
    if (m_calls.size() > 1 && !call.outcome.hasJob) {
        // Should the program end before the other calls do, these pictures are not forgotten.
        Q_EMIT picturesKept(pictures());
        static_cast<void>(
            m_parts.journal.finishCall(m_name.generation, m_name.attempt, static_cast<int>(index), toldCost(call)));
    }
    finishIfAllEnded();
}

QList<Picture> AttemptRun::pictures() const
{
    QList<Picture> all = m_earlier;
    // Of calls that had not ended yet, pictures may be among the earlier ones all the same. Two calls may also have
    // made the same picture.
    qsizetype mayBeKnown = m_earlier.size() - m_ofEndedBefore;
    for (const Call &call : m_calls) {
        for (const Picture &picture : call.pictures) {
            const bool isKnown = mayBeKnown > 0
                && std::any_of(m_earlier.begin(), m_earlier.end(),
                               [&picture](const Picture &earlier) { return earlier.id == picture.id; });
            if (isKnown) {
                --mayBeKnown;
            } else {
                all.append(picture);
            }
        }
    }
    return all;
}

void AttemptRun::finishIfAllEnded()
{
    if (m_finished || m_pricesToWrite > 0
        || !std::all_of(m_calls.begin(), m_calls.end(), [](const Call &call) { return call.ended; })) {
        return;
    }
    m_finished = true;
    AttemptOutcome outcome;
    for (const Call &call : m_calls) {
        outcome.calls.append(endOf(call));
        outcome.hasJob = outcome.hasJob || call.outcome.hasJob;
        if (!call.outcome.usage.isEmpty()) {
            outcome.usage.append(call.outcome.usage);
        }
        outcome.about = outcome.about.isEmpty() ? call.outcome.about : outcome.about;
    }
    outcome.pictures = pictures();
    outcome.delivered = static_cast<int>(outcome.pictures.size());
    outcome.complaint = m_complaint;
    outcome.notes = m_notes;
    Q_EMIT finished(outcome);
}

} // namespace lightwell
