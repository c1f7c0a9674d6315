// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

Toast::Toast(QWidget *window)
    : Card(Ground::Raised, window)
    , m_sign(new Sign(Meaning::Ok))
    , m_text(new TextLabel(TextLabel::Voice::Body))
{
    setObjectName(u"toast"_s);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 10, 16, 10);
    layout->setSpacing(8);
    layout->addWidget(m_sign);
    layout->addWidget(m_text, 1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    window->installEventFilter(this);
    hide();
}

void Toast::say(Meaning meaning, const QString &text)
{
    m_sign->setMeaning(meaning);
    m_text->setText(text);
    setAccessibleName(text);
    place();
    show();
    raise();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    // Long enough to read: about a second for every twelve characters.
    m_timer.start(std::clamp(static_cast<int>(text.size()) * 80, 3500, 12000));
}

QString Toast::text() const
{
    return isHidden() ? QString() : m_text->text();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return Card::eventFilter(watched, event);
}

void Toast::place()
{
    const QSize room = parentWidget()->size();
    const int textWidth = m_text->fontMetrics().horizontalAdvance(m_text->text()) + 60;
    const int width = std::min({textWidth, room.width() - 48, 560});
    const int height = std::max(heightForWidth(width), layout()->totalHeightForWidth(width));
    setGeometry((room.width() - width) / 2, room.height() - height - 20, width, height);
}

} // namespace lightwell
