// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page.h"

#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 1008; ///< longer lines are hard to follow from a name to its control

} // namespace

Page::Page(const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QWidget;
    column->setMaximumWidth(widest);
    m_content = new QVBoxLayout(column);
    m_content->setContentsMargins(24, 20, 24, 24);
    m_content->setSpacing(12);
    m_content->addWidget(new TextLabel(TextLabel::Voice::Heading, title));
    if (!text.isEmpty()) {
        auto *label = new TextLabel(TextLabel::Voice::Muted, text);
        label->setWordWrap(true);
        m_content->addWidget(label);
    }
    m_content->addSpacing(4);
    auto *content = new QWidget;
    auto *sides = new QHBoxLayout(content);
    auto *scroll = named(new QScrollArea, u"pageScroll"_s, title);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // it shows nothing where there is nothing to scroll
    sides->setContentsMargins(scroll->verticalScrollBar()->sizeHint().width(), 0, 0, 0); // in the middle with it, too
    sides->addStretch(1);
    sides->addWidget(column, 100);
    sides->addStretch(1);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    if (parent) {
        auto *outer = new QVBoxLayout(parent);
        outer->setContentsMargins(0, 0, 0, 0);
        outer->addWidget(this);
    }
}

void Page::addWidget(QWidget *widget)
{
    m_content->addWidget(widget);
}

void Page::finish()
{
    m_content->addStretch();
}

} // namespace lightwell
