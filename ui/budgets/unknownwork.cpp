// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/unknownwork.h"

#include "core/wording/wording.h"
#include "ui/budgets/billdialog.h"
#include "ui/budgets/budgetsmodel.h"
#include "ui/budgets/unknownactions.h"
#include "ui/budgets/unknowndialog.h"
#include "ui/budgets/unknownpanel.h"
#include "ui/texts.h"

namespace lightwell {

using namespace Qt::StringLiterals;

UnknownWork::UnknownWork(BudgetsModel &model, UnknownPanel &panel)
    : QObject(&panel)
    , m_model(model)
    , m_panel(panel)
{
    connect(&model, &BudgetsModel::unknownChanged, this, &UnknownWork::show);
    connect(&model, &BudgetsModel::namesChanged, this, &UnknownWork::show);
    connect(&panel, &UnknownPanel::listWanted, this, &UnknownWork::openList);
    connect(panel.actions(), &UnknownActions::askWanted, this, &UnknownWork::ask);
    connect(panel.actions(), &UnknownActions::billWanted, this, &UnknownWork::askBill);
    connect(panel.actions(), &UnknownActions::notBilledWanted, this, &UnknownWork::settleAsFree);
}

void UnknownWork::show()
{
    m_panel.setCalls(m_model.unknown(), m_model.names(), m_model.asking());
    if (m_list) {
        m_list->setCalls(m_model.unknown(), m_model.names(), m_model.asking());
    }
}

void UnknownWork::ask(const UnknownCall &call)
{
    m_model.ask(call, [this, call](const Status &answer) {
        const QString provider = m_model.names().provider(call.row.provider);
        if (answer) {
            Q_EMIT say(Meaning::Ok, tr("%1 has told what became of it.").arg(provider));
        } else {
            Q_EMIT say(Meaning::Warning, wording::sentence(answer.error()));
        }
    });
}

BillDialog *UnknownWork::askBill(const UnknownCall &call)
{
    auto *dialog = new BillDialog(UnknownPanel::text(call, m_model.names()), call.row.reserved,
                                  m_list ? static_cast<QWidget *>(m_list) : m_panel.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BillDialog::told, this, [this, call, dialog = QPointer(dialog)](Money cost, bool giveUpJob) {
        m_model.settle(call, cost, giveUpJob, [this, dialog, cost](const Status &settled) {
            if (!settled) {
                if (dialog) {
                    dialog->setProblem(settled.error());
                }
                return;
            }
            if (dialog) {
                dialog->accept();
            }
            Q_EMIT say(Meaning::Ok, tr("Settled: %1").arg(texts::spent(cost)));
        });
    });
    dialog->open();
    return dialog;
}

void UnknownWork::settleAsFree(const UnknownCall &call)
{
    m_model.settle(call, Money::zero(), false, [this, call](const Status &settled) {
        if (settled) {
            Q_EMIT say(Meaning::Ok, tr("Settled: not billed. What was kept back is free again."));
        } else if (settled.error().param == "give_up"_L1) {
            BillDialog *dialog = askBill(call);
            dialog->setCost(Money::zero());
            dialog->setProblem(settled.error());
        } else {
            Q_EMIT say(Meaning::Bad, wording::sentence(settled.error()));
        }
    });
}

void UnknownWork::openList()
{
    m_list = new UnknownDialog(m_panel.window());
    m_list->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_list, &UnknownDialog::askWanted, this, &UnknownWork::ask);
    connect(m_list, &UnknownDialog::billWanted, this, &UnknownWork::askBill);
    connect(m_list, &UnknownDialog::notBilledWanted, this, &UnknownWork::settleAsFree);
    m_list->setCalls(m_model.unknown(), m_model.names(), m_model.asking());
    m_list->open();
}

} // namespace lightwell
