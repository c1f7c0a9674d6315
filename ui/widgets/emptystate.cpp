// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QVBoxLayout>

namespace lightwell {

namespace {

class LargeIcon : public QWidget
{
public:
    explicit LargeIcon(Icon icon)
        : m_icon(icon)
    {
        setFixedSize(40, 40);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.drawPixmap(0, 0, iconPixmap(m_icon, tokensOf(palette()).muted, 40, devicePixelRatioF()));
    }

private:
    Icon m_icon;
};

} // namespace

EmptyState::EmptyState(Icon icon, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    auto *heading = new TextLabel(TextLabel::Voice::Heading, title);
    auto *body = new TextLabel(TextLabel::Voice::Muted, text);
    body->setWordWrap(true);
    heading->setAlignment(Qt::AlignCenter);
    body->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    body->setMaximumWidth(420);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(body, 8);
    row->addStretch(1);
    layout->addStretch(2);
    layout->addWidget(new LargeIcon(icon), 0, Qt::AlignHCenter);
    layout->addSpacing(4);
    layout->addWidget(heading);
    layout->addLayout(row);
    layout->addStretch(3);
}

} // namespace lightwell
