// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/unknownactions.h"

#include "ui/widgets/button.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

UnknownActions::UnknownActions(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_ask(named(new Button(Button::Kind::Normal, tr("Ask the provider")), objectName + u".ask"_s,
                  tr("Ask the provider")))
    , m_bill(
          named(new Button(Button::Kind::Normal, tr("It was billed…")), objectName + u".billed"_s, tr("It was billed")))
    , m_notBilled(named(new Button(Button::Kind::Normal, tr("It was not")), objectName + u".notBilled"_s,
                        tr("It was not billed")))
{
    setObjectName(objectName);
    m_ask->setIcon(themedIcon(Icon::Retry));
    setTip(m_ask, tr("Asks for the job and fetches its pictures; costs nothing"));
    setTip(m_bill, tr("Take down what the provider’s own page says it cost"));
    setTip(m_notBilled, tr("The provider’s own page shows no charge: what was kept back is free again"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_ask);
    row->addWidget(m_bill);
    row->addWidget(m_notBilled);
    connect(m_ask, &QAbstractButton::clicked, this, [this] { Q_EMIT askWanted(m_call); });
    connect(m_bill, &QAbstractButton::clicked, this, [this] { Q_EMIT billWanted(m_call); });
    connect(m_notBilled, &QAbstractButton::clicked, this, [this] { Q_EMIT notBilledWanted(m_call); });
}

void UnknownActions::setCall(const UnknownCall &call, bool isAsking)
{
    m_call = call;
    m_ask->setVisible(call.canAsk);
    m_ask->setText(isAsking ? tr("Asking…") : tr("Ask the provider"));
    for (Button *button : {m_ask, m_bill, m_notBilled}) {
        button->setEnabled(!isAsking);
    }
}

} // namespace lightwell
