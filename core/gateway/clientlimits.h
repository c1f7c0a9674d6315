// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/clientregistry.h"
#include "core/gateway/refusal.h"
#include "core/gateway/replay/answerwishes.h"

#include <QHash>
#include <QList>

#include <chrono>

namespace lightwell {

class Catalog;

/// What each client of the gateway may do now. Every service asks here, once it knows the models of a call and before
/// anything is paid for. Clients are known by their ids; one without an id (a gateway without keys) may do everything.
/// On the gateway's thread.
class ClientLimits
{
public:
    using Clock = std::chrono::steady_clock;

    /// The client whose key was shown just now: from here on its terms are those.
    void know(const Client &client);
    /// Whether it is this computer's own (ClientRegistry::thisComputer()), which sees what all clients did.
    [[nodiscard]] bool seesAll(const QString &client) const;

    /// Whether its key is for managing others' (KeyScope::Management). One without an id never is.
    [[nodiscard]] bool manages(const QString &client) const;

    /// Whether it may use a model, by any name it may be asked for.
    [[nodiscard]] bool mayUse(const QString &client, const QString &model, const Catalog &catalog) const;
    /// What its models are called, as ClientTerms has them; empty: it may use all.
    [[nodiscard]] QStringList modelsOf(const QString &client) const { return m_clients.value(client).terms.models; }
    /// The catalog as it is shown to it (shownmodels.h).
    [[nodiscard]] Catalog shownTo(const QString &client, const Catalog &all) const;
    /// Why a call that names these models is refused, whether or not it costs something; nothing: it is not.
    [[nodiscard]] std::optional<Refusal> refusalOf(const QString &client, const QStringList &models,
                                                   const Catalog &catalog) const;
    /// The same for a call that may cost something: one that is not refused counts as one of its minute.
    [[nodiscard]] std::optional<Refusal> take(const QString &client, const QStringList &models, const Catalog &catalog,
                                              Clock::time_point now = Clock::now());

    /// What becomes of its calls that do not say it; `usual` is the gateway's.
    [[nodiscard]] AnswerDefaults answersOf(const QString &client, const AnswerDefaults &usual) const;
    /// Whether it gets white space while it waits, though its calls do not ask for it.
    [[nodiscard]] bool beginsEarly(const QString &client) const { return m_clients.value(client).terms.beginsEarly; }

private:
    struct Entry
    {
        ClientTerms terms;
        bool isThisComputer = false;
        KeyScope scope = KeyScope::Calls;
        QList<Clock::time_point> calls; ///< of the last minute, oldest first; only as many as there may be
    };
    QHash<QString, Entry> m_clients; ///< by id
};

/// A refusal of those as an error, for whoever is told one by a way that has no refusals: an assistant's tool.
[[nodiscard]] Error faultOf(const Refusal &refusal, const QString &model);

} // namespace lightwell
