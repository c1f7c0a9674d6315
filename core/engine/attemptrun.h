// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/attemptprogress.h"
#include "core/engine/attemptwork.h"
#include "core/engine/calldriver.h"
#include "core/engine/engine.h"
#include "core/engine/finishpicture.h"

#include <memory>
#include <vector>

namespace lightwell {

class SignIns;
class Turn;
class Turns;

/// A plan, and the same as its vendor is to see it: with its pictures as they go out (withFittedInputs()). Most often
/// that is the very same. Neither is null.
struct AttemptOrder
{
    std::shared_ptr<const Plan> plan;
    std::shared_ptr<const Plan> sent;
};

/// An attempt at pictures: its calls side by side, their pictures finished and kept.
class AttemptRun : public AttemptWork
{
    Q_OBJECT
public:
    /// Where tokens and turns come from, and who asks for them.
    struct Sources
    {
        SignIns &signIns;
        Turns &turns;
        Origin who;
    };
    AttemptRun(const EngineParts &parts, const Sources &sources, EnginePolicy policy, Name name, AttemptOrder order,
               Credentials credentials, QObject *parent = nullptr);

    void takeTurn(Turn *turn) override; ///< the other calls get their own
    void start() override;
    /// Follows the jobs of an earlier run. `earlier` are the pictures of calls that had ended by then.
    void resume(const QList<JournalCall> &calls, const QList<Picture> &earlier);
    void cancel() override;

private:
    struct Call
    {
        PlannedCall planned;
        CallDriver *driver = nullptr; ///< null once it has ended
        Turn *turn = nullptr; ///< until then, where a new call is made
        CallOutcome outcome; ///< without its pictures, and with no cost that is not to be believed
        Money doubted; ///< such a cost
        Money named; ///< what the vendor said it costs when it took it
        QList<Picture> pictures;
        bool ended = false;
        CallProgress progress = {}; ///< as told last; whether it has ended is said above
    };

    void addDriver(const PlannedCall &planned);
    [[nodiscard]] CallDriver::Renewal renewalOf(const PlannedCall &planned);
    void startInTurn(std::size_t index);
    void tell(std::size_t index, const Progress &progress);
    void cancelDrivers();
    void keepJob(std::size_t index, const AdapterState &state, Money price);
    [[nodiscard]] static Money toldCost(const Call &call);
    [[nodiscard]] QString placeOf(std::size_t index) const;
    void takeUp(const QList<JournalCall> &calls, const QList<QList<Arrival>> &arrived);
    void take(Call &call, const QList<Arrival> &arrived) const;
    void lookForArrived(std::size_t index, const UnreadAnswer &answer);
    void keepUnread(std::size_t index, const UnreadAnswer &answer);
    void callEnded(std::size_t index, const CallOutcome &outcome);
    void endWithPictures(std::size_t index);
    void weighCost(Call &call) const;
    [[nodiscard]] static CallEnd endOf(const Call &call);
    void picturesReady(std::size_t index, const QStringList &places, const QList<Result<FinishedPicture>> &results);
    [[nodiscard]] QList<FinishOrder> ordersFor(const Call &call, const QList<ProducedMedia> &images) const;
    [[nodiscard]] QList<Picture> pictures() const;
    void finishIfAllEnded();

    const EngineParts m_parts;
    const Sources m_sources;
    const EnginePolicy m_policy;
    const Name m_name;
    const AttemptOrder m_order;
    const Plan &m_plan; ///< of the order
    const Credentials m_credentials;
    std::vector<Call> m_calls;
    QList<Picture> m_earlier;
    qsizetype m_ofEndedBefore = 0; ///< so many of them are of calls that had ended by then
    std::optional<Error> m_complaint;
    QList<NotedPlace> m_notes;
    int m_pricesToWrite = 0; ///< of which it is not known yet whether the budgets allow them
    bool m_isResumed = false;
    bool m_isLooking = false; ///< for what had arrived, before anything is asked
    bool m_cancelled = false;
    bool m_finished = false;
};

} // namespace lightwell
