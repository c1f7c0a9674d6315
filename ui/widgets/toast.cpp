// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int shortest = 3500; ///< milliseconds
constexpr int longest = 12000; ///< also as long as something can be undone

} // namespace

Toast::Toast(QWidget *window)
    : Card(Ground::Raised, window)
    , m_sign(new Sign(Meaning::Ok))
    , m_text(new TextLabel(TextLabel::Voice::Body))
    , m_action(new Button(Button::Kind::Link))
{
    setObjectName(u"toast"_s);
    m_text->setObjectName(u"toast.text"_s);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 10, 16, 10);
    layout->setSpacing(8);
    layout->addWidget(m_sign);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    named(m_action, u"toast.action"_s, tr("What can be done"));
    connect(m_action, &QPushButton::clicked, this, &Toast::act);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    window->installEventFilter(this);
    m_action->hide();
    hide();
}

void Toast::say(Meaning meaning, const QString &text)
{
    offer(meaning, text, {}, {});
}

void Toast::offer(Meaning meaning, const QString &text, const QString &action, const std::function<void()> &act)
{
    m_act = act;
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_action->setAccessibleName(action.isEmpty() ? tr("What can be done") : texts::withoutMnemonic(action));
    m_sign->setMeaning(meaning);
    m_text->setText(text);
    setAccessibleName(text);
    place();
    show();
    raise();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    // Long enough to read: about a second for every twelve characters.
    m_timer.start(act ? longest : std::clamp(static_cast<int>(text.size()) * 80, shortest, longest));
}

void Toast::act()
{
    hide();
    if (const auto act = std::exchange(m_act, {})) {
        act();
    }
}

void Toast::hideEvent(QHideEvent *event)
{
    Card::hideEvent(event);
    m_timer.stop();
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
    const int actionWidth = m_action->isHidden() ? 0 : m_action->sizeHint().width() + layout()->spacing();
    const int textWidth = m_text->fontMetrics().horizontalAdvance(m_text->text()) + 60 + actionWidth;
    const int width = std::min({textWidth, room.width() - 48, 560});
    const int height = std::max(heightForWidth(width), layout()->totalHeightForWidth(width));
    setGeometry((room.width() - width) / 2, room.height() - height - 20, width, height);
}

} // namespace lightwell
