// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"

#include <QHash>
#include <QString>

/// Limits in the words of the window.
namespace lightwell::budgettexts {

/// How those are called whom the ledger knows by their ids. What is not among them is called by its id.
struct Names
{
    QHash<QString, QString> providers;
    QHash<QString, QString> models;
    QHash<QString, QString> clients;
    [[nodiscard]] QString provider(const QString &id) const { return providers.value(id, id); }
    [[nodiscard]] QString model(const QString &id) const { return models.value(id, id); }
    [[nodiscard]] QString client(const QString &id) const; ///< without an id: the window and the command line
};

[[nodiscard]] QString scope(const Budget &budget, const Names &names); ///< "Everything", "fal", "fal · n8n"
[[nodiscard]] QString kind(const Budget &budget); ///< "provider, monthly", "daily, hard stop"
[[nodiscard]] QString period(Period period); ///< "monthly"
/// "past 75 %", "stopped", "past the limit"; empty: there is room
[[nodiscard]] QString level(const BudgetState &state);
[[nodiscard]] QString used(const BudgetState &state); ///< "$3.02 of $8.00"
/// Exactly, and what is kept back.
[[nodiscard]] QString exactly(const BudgetState &state);

/// When what it stops goes on by itself: "It goes on at midnight."; empty: never.
[[nodiscard]] QString goesOn(const Budget &budget, const QDateTime &time);
/// "reaches the limit on 27 November"
[[nodiscard]] QString reachesLimit(QDate day, QDate today);
[[nodiscard]] bool stops(const BudgetState &now, const Budget &wanted); ///< at once
/// What it would do if `now` became `wanted`, for whoever is about to save it. `now` is how `wanted` would stand: with
/// what its scope and period have used up. `isNew`: there is no limit like this one yet.
[[nodiscard]] QString consequence(const BudgetState &now, const Budget &wanted, bool isNew, const QDateTime &time);

} // namespace lightwell::budgettexts
