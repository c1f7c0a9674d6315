// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/engine/routewalk.h"

namespace lightwell {

class Health;
class SignIns;
class Turn;
class Turns;

/// What all generations share.
struct EngineShared
{
    SignIns &signIns;
    Turns &turns;
    Health &health;
};

/// Finds whom a generation asks next: walks its route to the next plan whose provider is there, does not rest and has a
/// key, and waits for its turn there. Lives on the engine's thread.
class NextAttempt : public QObject
{
    Q_OBJECT
public:
    /// `who` asks: programs at the gateway are told apart.
    NextAttempt(const EngineParts &parts, const EngineShared &shared, Origin who, bool failoverAfterUnknown,
                QObject *parent);
    ~NextAttempt() override;

    void setRoute(const Route &route);
    [[nodiscard]] RouteWalk &walk() { return m_walk; }
    /// Ends with found() or exhausted(), at once or later.
    void find();
    /// Nothing is found any more, and what was kept for this generation alone is free for others.
    void stop();
    [[nodiscard]] bool isLooking() const { return m_isLooking; } ///< it has not ended yet: nothing is reserved
    [[nodiscard]] Turn *takeTurn(); ///< that of the plan that was found, for its first call

    /// Why there is no picture so far: what an attempt ended with.
    void noteError(const Error &error) { m_lastError = error; }

Q_SIGNALS:
    void found(const lightwell::Plan &plan, const lightwell::Credentials &credentials);
    void exhausted(const lightwell::Error &error); ///< nobody is left; the most telling reason so far
    void queued(const QString &provider, int position);
    /// There is no key for it, and nothing tells more so far: whose key is meant can be shown.
    void passedOver(const lightwell::Plan &plan);

private:
    [[nodiscard]] bool isPutOff();
    void releaseClaim();
    void askForKey();
    void withKey(const Credentials &credentials);
    void withoutKey(const Error &why);
    void waitForTurn();
    [[nodiscard]] Error withAllMissingKeys(Error error) const;

    const EngineParts m_parts;
    const EngineShared m_shared;
    const Origin m_who;
    const bool m_failoverAfterUnknown;
    RouteWalk m_walk;
    Turn *m_turn = nullptr; ///< at the provider of the plan that is looked at
    QString m_claimed; ///< the offer that only this generation may try now (Health::claim); empty: none
    QStringList m_withoutKey; ///< providers that were passed over for want of a key
    std::optional<Error> m_lastError;
    bool m_isLooking = false;
    bool m_isStopped = false;
};

} // namespace lightwell
