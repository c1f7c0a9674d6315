// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/stepcard.h"

#include "ui/widgets/hairline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stylepainting.h"
#include "ui/widgets/textlabel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

class StepBadge : public QWidget
{
public:
    explicit StepBadge(int number)
        : m_number(number)
    {
        setFixedSize(side, side);
    }
    void setState(StepCard::State state)
    {
        m_state = state;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens t = tokensOf(palette());
        QPainter painter(this);
        const bool isCurrent = m_state == StepCard::State::Current;
        const bool isDone = m_state == StepCard::State::Done;
        painting::roundedBox(&painter, QRectF(rect()), side / 2.0, isCurrent ? t.accent : t.surface,
                             isCurrent    ? t.accent
                                 : isDone ? t.ok
                                          : t.line);
        if (isDone) {
            constexpr int sign = 14;
            painter.drawPixmap((side - sign) / 2, (side - sign) / 2,
                               iconPixmap(Icon::Ok, t.ok, sign, devicePixelRatioF()));
            return;
        }
        QFont own = font();
        own.setWeight(QFont::DemiBold);
        painter.setFont(own);
        painter.setPen(isCurrent ? t.onAccent : t.text);
        painter.drawText(rect(), Qt::AlignCenter, locale().toString(m_number));
    }

private:
    static constexpr int side = 24;
    const int m_number;
    StepCard::State m_state = StepCard::State::Ahead;
};

StepCard::StepCard(const QString &objectName, int number, const QString &title, QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_number(number)
    , m_title(title)
    , m_badge(new StepBadge(number))
    , m_text(new TextLabel(TextLabel::Voice::Muted))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(objectName);
    m_text->setObjectName(objectName + u".text"_s);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *heading = new TextLabel(TextLabel::Voice::Strong, title);
    heading->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_badge, 0, Qt::AlignTop);
    line->addWidget(heading, 1, Qt::AlignVCenter);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 16, 16, 10);
    head->setSpacing(8);
    head->addLayout(line);
    head->addWidget(m_text);
    m_column->setContentsMargins(1, 0, 1, 1);
    m_column->setSpacing(0);
    m_column->addLayout(head);
    say();
}

void StepCard::setText(const QString &text)
{
    m_text->setText(text);
}

void StepCard::setState(State state)
{
    m_state = state;
    m_badge->setState(state);
    setFocusBorder(state == State::Current);
    say();
}

void StepCard::say()
{
    setAccessibleName(tr("Step %1: %2").arg(m_number).arg(m_title));
    setAccessibleDescription(m_state == State::Done ? tr("done") : QString());
}

void StepCard::addRow(QWidget *row)
{
    m_column->addWidget(new Hairline(Qt::Horizontal));
    m_column->addWidget(row);
}

void StepCard::finish(QWidget *foot)
{
    m_column->addStretch(1);
    if (foot) {
        m_column->addWidget(foot);
        m_column->setContentsMargins(1, 0, 1, 8);
    }
}

} // namespace lightwell
