// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/tourbubble.h"

#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 288;

} // namespace

TourBubble::TourBubble(QWidget *parent)
    : Popover(parent)
    , m_title(new TextLabel(TextLabel::Voice::Strong))
    , m_text(new TextLabel(TextLabel::Voice::Muted))
    , m_number(new TextLabel(TextLabel::Voice::Small))
    , m_next(named(new Button(Button::Kind::Normal), u"tour.next"_s, tr("Next")))
    , m_end(named(new Button(Button::Kind::Link, tr("End")), u"tour.end"_s, tr("End the tour")))
{
    setObjectName(u"tour"_s);
    m_title->setObjectName(u"tour.title"_s);
    m_text->setObjectName(u"tour.text"_s);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(8);
    steps->addWidget(m_number, 1);
    steps->addWidget(m_end);
    steps->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    constexpr int margin = shadow + 14;
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addLayout(steps);
    connect(m_next, &QPushButton::clicked, this, &TourBubble::wentOn);
    connect(m_end, &QPushButton::clicked, this, &QWidget::close);
}

void TourBubble::say(const QString &title, const QString &text, int number, int count)
{
    m_title->setText(title);
    m_text->setText(text);
    m_number->setText(tr("%1 of %2").arg(number).arg(count));
    const bool isLast = number == count;
    m_next->setText(isLast ? tr("Done") : tr("Next"));
    m_next->setAccessibleName(m_next->text());
    m_end->setVisible(!isLast);
    setAccessibleName(title);
    setAccessibleDescription(text);
}

void TourBubble::openAt(QWidget *place)
{
    const int around = 2 * shadow;
    Popover::openAt(place, QSize(cardWidth, layout()->totalHeightForWidth(cardWidth + around) - around));
    m_next->setFocus(Qt::PopupFocusReason);
}

/// Wherever in it the keyboard is.
void TourBubble::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !event->isAutoRepeat()) {
        Q_EMIT wentOn();
        return;
    }
    Popover::keyPressEvent(event);
}

void TourBubble::closeEvent(QCloseEvent *event)
{
    Popover::closeEvent(event);
    Q_EMIT ended();
}

} // namespace lightwell
