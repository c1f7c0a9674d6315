// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of the page: what keys do, and the way they take through it.
#include "ui/explain/attemptscard.h"
#include "ui/explain/explainpage.h"
#include "ui/explain/messagecard.h"
#include "ui/explain/offerscard.h"
#include "ui/explain/pricecard.h"
#include "ui/explain/samecallcard.h"
#include "ui/explain/settingscard.h"
#include "ui/explain/subjectcard.h"
#include "ui/widgets/button.h"

#include <QKeyEvent>

namespace lightwell {

/// From card to card as they are read. What a card builds anew would come behind everything else.
void ExplainPage::orderTabs()
{
    QWidget *before = m_copy;
    for (QWidget *card :
         std::initializer_list<QWidget *> {m_subject, m_attempts, m_offers, m_price, m_settings, m_message, m_call}) {
        const QList<QWidget *> controls = card->findChildren<QWidget *>();
        for (QWidget *control : controls) {
            if (control->focusPolicy() != Qt::NoFocus && control->window() == window()) {
                setTabOrder(before, control);
                before = control;
            }
        }
    }
}

/// Buttons take arrows for a way to their neighbours; here these lead to the next request.
void ExplainPage::watchKeys()
{
    const QList<Button *> buttons = findChildren<Button *>();
    for (Button *button : buttons) {
        button->installEventFilter(this);
    }
}

bool ExplainPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            keyPressEvent(static_cast<QKeyEvent *>(event));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ExplainPage::keyPressEvent(QKeyEvent *event)
{
    const int ahead = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    const auto is = [event](Qt::Key key) { return event->key() == key && event->modifiers() == Qt::NoModifier; };
    if (is(Qt::Key_Escape)) {
        Q_EMIT closed();
    } else if (is(Qt::Key_Left) || is(Qt::Key_Right)) {
        move(is(Qt::Key_Right) ? ahead : -ahead);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace lightwell
