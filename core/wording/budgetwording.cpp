// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/balancereasons.h"
#include "core/ledger/budgetreasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> budgetRows()
{
    // The window shows only budgets that are for all clients, which this command sets.
    const Aside raising {QT_TRANSLATE_NOOP("Ledger", "In a terminal, “lightwell-cli budget set” raises it."), nullptr};
    const Aside allowing {nullptr,
                          QT_TRANSLATE_NOOP("Ledger",
                                            "In a terminal, --allow-unknown-price takes it this once; a program has no "
                                            "such word: for it, and always, unknown_prices=allow under [engine] in "
                                            "settings.ini takes it.")};
    return {
        {reasons::balanceRefused,
         QT_TRANSLATE_NOOP("Ledger",
                           "%1 did not say what is left (HTTP %2). Look at its own page, or try again later.")},
        {reasons::balanceUnreadable,
         QT_TRANSLATE_NOOP("Ledger", "What %1 sent does not say what is left. Look at its own page.")},
        {reasons::budgetOfADay, QT_TRANSLATE_NOOP("Ledger", "the budget of %1 a day")},
        {reasons::budgetOfAWeek, QT_TRANSLATE_NOOP("Ledger", "the budget of %1 a week")},
        {reasons::budgetOfAMonth, QT_TRANSLATE_NOOP("Ledger", "the budget of %1 a month")},
        {reasons::budgetInAll, QT_TRANSLATE_NOOP("Ledger", "the budget of %1 in all")},
        {reasons::budgetOfProvider, QT_TRANSLATE_NOOP("Ledger", "%1 for the provider %2")},
        {reasons::budgetOfClient, QT_TRANSLATE_NOOP("Ledger", "%1 for this client")},
        {reasons::budgetOfModel, QT_TRANSLATE_NOOP("Ledger", "%1 for %2")},
        {reasons::budgetOfProject, QT_TRANSLATE_NOOP("Ledger", "%1 for the project \"%2\"")},
        {reasons::budgetNearlyUsed, QT_TRANSLATE_NOOP("Ledger", "%1 % of %2 are used.")},
        {reasons::budgetExceeded,
         QT_TRANSLATE_NOOP("Ledger", "This goes %1 beyond %2, which warns but does not stop.")},
        {reasons::priceUnknownUnderBudget,
         QT_TRANSLATE_NOOP("Ledger",
                           "The price of this is not known, and %1 applies. Allow unknown prices in the "
                           "settings, or choose a model whose price is known."),
         allowing},
        {reasons::priceUnknown,
         QT_TRANSLATE_NOOP("Ledger",
                           "Nobody knows the price of this beforehand. Allow unknown prices in the settings, or choose "
                           "a model whose price is known."),
         allowing},
        {reasons::priceUnknownAllowed,
         QT_TRANSLATE_NOOP("Ledger", "Nobody knows what this costs until the vendor tells it.")},
        {reasons::budgetUsedUp, QT_TRANSLATE_NOOP("Ledger", "Nothing is left of %1."), raising},
        {reasons::budgetTooSmall,
         QT_TRANSLATE_NOOP("Ledger",
                           "This would cost about %1, but only %2 is left of %3. Raise the budget or wait for the "
                           "next period."),
         raising},
        {reasons::budgetExceededByPrice,
         QT_TRANSLATE_NOOP("Ledger",
                           "The vendor took this for %1, more than was left of %2. It is paid for, so it was carried "
                           "out."),
         Bill::Said},
        {reasons::budgetWithoutAmount, QT_TRANSLATE_NOOP("Ledger", "A budget needs an amount of zero or more.")},
        {reasons::budgetUnknown, QT_TRANSLATE_NOOP("Ledger", "There is no such budget.")},
        {reasons::attemptNotInLedger, QT_TRANSLATE_NOOP("Ledger", "The ledger has no entry for this attempt.")},
        {reasons::attemptEnded, QT_TRANSLATE_NOOP("Ledger", "This attempt has already ended.")},
    };
}

} // namespace lightwell::wording
