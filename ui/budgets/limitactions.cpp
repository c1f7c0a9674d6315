// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/limitactions.h"

#include "core/wording/wording.h"
#include "ui/budgets/budgetsmodel.h"
#include "ui/budgets/limitspane.h"
#include "ui/budgets/newlimitdialog.h"
#include "ui/texts.h"

#include <QPointer>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

LimitScopes::Choices sorted(const QHash<QString, QString> &names)
{
    LimitScopes::Choices choices;
    for (auto name = names.cbegin(); name != names.cend(); ++name) {
        choices.append({name.key(), name.value()});
    }
    std::sort(choices.begin(), choices.end(),
              [](const auto &a, const auto &b) { return a.second.compare(b.second, Qt::CaseInsensitive) < 0; });
    return choices;
}

} // namespace

LimitActions::LimitActions(BudgetsModel &model, LimitsPane &pane)
    : QObject(&pane)
    , m_model(model)
    , m_pane(pane)
{
    connect(&pane, &LimitsPane::addWanted, this, &LimitActions::add);
    connect(&pane, &LimitsPane::saveWanted, this, &LimitActions::save);
    connect(&pane, &LimitsPane::removeWanted, this, &LimitActions::remove);
}

void LimitActions::add()
{
    LimitScopes scopes;
    scopes.providers = sorted(m_model.names().providers);
    scopes.models = sorted(m_model.names().models);
    scopes.clients = sorted(m_model.names().clients);
    for (const QString &project : m_model.known().projects) {
        scopes.projects.append({project, project});
    }
    auto *dialog = new NewLimitDialog(scopes, m_pane.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewLimitDialog::edited, this, [this, dialog] {
        const std::optional<Budget> wanted = dialog->budget();
        if (!wanted) {
            dialog->setConsequence({}, false);
            return;
        }
        m_model.foresee(*wanted, dialog, [dialog, wanted](const QString &consequence, bool stops) {
            if (dialog->budget() == wanted) {
                dialog->setConsequence(consequence, stops);
            }
        });
    });
    connect(dialog, &NewLimitDialog::saved, this, [this, dialog = QPointer(dialog)](const Budget &budget) {
        m_model.setLimit(budget, [this, dialog, budget](const Status &set) {
            if (!set && dialog) {
                dialog->setProblem(wording::sentence(set.error()));
            } else if (set) {
                if (dialog) {
                    dialog->accept();
                }
                Q_EMIT say(Meaning::Ok,
                           tr("Limit set: %1, %2, %3")
                               .arg(budgettexts::scope(budget, m_model.names()), budgettexts::period(budget.period),
                                    texts::total(budget.limit)));
            }
        });
    });
    dialog->open();
}

void LimitActions::save(const Budget &budget)
{
    m_model.setLimit(budget, [this, id = budget.id](const Status &set) {
        if (set) {
            m_pane.saved(id);
        } else {
            m_pane.setProblem(id, wording::sentence(set.error()));
        }
    });
}

void LimitActions::remove(const Budget &budget)
{
    m_model.removeLimit(budget.id, [this, budget](const Status &removed) {
        const QString scope = budgettexts::scope(budget, m_model.names());
        if (!removed) {
            Q_EMIT say(Meaning::Bad, wording::sentence(removed.error()));
            return;
        }
        Q_EMIT offer(Meaning::Ok, tr("Limit removed: %1, %2").arg(scope, budgettexts::period(budget.period)),
                     tr("Undo"), [this, budget] { bringBack(budget); });
    });
}

void LimitActions::bringBack(const Budget &budget)
{
    m_model.setLimit(budget, [this](const Status &set) {
        if (!set) {
            Q_EMIT say(Meaning::Bad, wording::sentence(set.error()));
        }
    });
}

} // namespace lightwell
