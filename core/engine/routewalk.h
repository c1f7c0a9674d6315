// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/routing/route.h"
#include "core/secrets/secrets.h"

namespace lightwell {

/// Where a generation stands on its route: what is tried next, with which key, and why. Sends and asks nothing; the
/// rules of failover in one place, as values.
class RouteWalk
{
public:
    RouteWalk(Route route, bool failoverAfterUnknown);

    /// Goes to the next plan. False: there is none.
    bool toNext();
    [[nodiscard]] bool hasPlan() const { return m_at >= 0 && m_at < m_route.plans.size(); }
    [[nodiscard]] const Plan &plan() const { return m_route.plans.at(m_at).plan; }
    [[nodiscard]] Reason why() const; ///< this plan is tried

    /// Puts the plan off until all others of its model were tried, once: its keys are set aside, or it rests. False: it
    /// is its turn now.
    bool putOff();
    /// Whether this key would only be refused once more.
    [[nodiscard]] bool wasRefused(const QString &key) const;
    /// The attempt with this key was refused because of it. The plan may be tried again with another.
    void keyRefused(const QString &key, const Error &error);

    /// What comes after an attempt at this plan that brought nothing.
    struct Onward
    {
        bool isAllowed = false; ///< there is somebody else who may be asked
        Reason because;
    };
    /// Takes it: toNext() is called where it is allowed, and skips what may not be asked.
    [[nodiscard]] Onward after(const Error &error);
    /// The same plan with another key.
    [[nodiscard]] Onward afterKey();

private:
    [[nodiscard]] bool isOtherModel(qsizetype plan) const;
    void skipModel(); ///< goes to the last plan of the model

    Route m_route;
    bool m_failoverAfterUnknown;
    qsizetype m_at = -1;
    bool m_hasTried = false; ///< anything
    bool m_again = false; ///< the same plan is the next
    bool m_withAnotherKey = false; ///< it is tried so now
    QList<bool> m_wasPutOff;
    QList<KeyId> m_refused; ///< at their providers
    QStringList m_refusedHere; ///< for this plan
};

/// Whether the key is to blame: it was refused, or its account is empty, and nothing was begun.
[[nodiscard]] std::optional<SetAside::Why> keyFault(const Error &error);

} // namespace lightwell
