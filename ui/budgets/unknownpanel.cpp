// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/unknownpanel.h"

#include "ui/budgets/unknownactions.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QGridLayout>
#include <QLocale>
#include <QPainter>

namespace lightwell {

using namespace Qt::StringLiterals;

UnknownPanel::UnknownPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextLabel::Voice::Strong))
    , m_sum(new TextLabel(TextLabel::Voice::Strong))
    , m_text(new TextLabel(TextLabel::Voice::Body))
    , m_actions(new UnknownActions(u"unknownActions"_s))
    , m_all(named(new Button(Button::Kind::Link), u"unknownAll"_s, tr("Show all calls that may have been billed")))
{
    setObjectName(u"unknownPanel"_s);
    m_title->setObjectName(u"unknownTitle"_s);
    m_sum->setObjectName(u"unknownSum"_s);
    m_text->setObjectName(u"unknownText"_s);
    m_text->setWordWrap(true);
    m_title->setElided(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new Sign(Meaning::Warning));
    head->addWidget(m_title, 1);
    head->addWidget(m_sum);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_actions);
    buttons->addWidget(m_all);
    buttons->addStretch();
    auto *below = new QVBoxLayout;
    below->setContentsMargins(24, 0, 0, 0);
    below->setSpacing(8);
    below->addWidget(m_text);
    below->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 9, 12, 10);
    layout->setSpacing(5);
    layout->addLayout(head);
    layout->addLayout(below);
    connect(m_all, &QAbstractButton::clicked, this, &UnknownPanel::listWanted);
}

QString UnknownPanel::text(const UnknownCall &call, const budgettexts::Names &names)
{
    const QString day = QLocale().toString(call.row.begun.toLocalTime().date(), u"d MMMM"_s);
    const QString what = tr("%1 at %2, %3").arg(names.model(call.row.model), names.provider(call.row.provider), day);
    const QString why = call.why.isEmpty() ? tr("Nobody knows how it ended.") : call.why;
    return call.row.state == LedgerState::Settled ? tr("%1. It was made, but its cost is not known.").arg(what)
                                                  : tr("%1. %2 Kept back until settled.").arg(what, why);
}

void UnknownPanel::setCalls(const QList<UnknownCall> &calls, const budgettexts::Names &names,
                            const QSet<QString> &asking)
{
    setVisible(!calls.isEmpty());
    if (calls.isEmpty()) {
        return;
    }
    Money sum = Money::zero();
    qint64 unknown = 0;
    for (const UnknownCall &call : calls) {
        if (call.row.reserved.isKnown()) {
            sum += call.row.reserved;
        } else {
            ++unknown;
        }
    }
    m_title->setText(tr("Unknown, may have been billed: %1").arg(calls.size()));
    m_sum->setText(unknown > 0 ? tr("%1 + %2 unknown").arg(texts::one(sum)).arg(unknown) : texts::one(sum));
    setTip(m_sum, sum.toString());
    m_text->setText(text(calls.first(), names));
    m_actions->setCall(calls.first(), asking.contains(calls.first().row.generation));
    m_all->setVisible(calls.size() > 1);
    m_all->setText(tr("Show all %1…").arg(calls.size()));
}

void UnknownPanel::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.selected);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

} // namespace lightwell
