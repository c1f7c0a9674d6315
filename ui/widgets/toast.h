// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/sign.h"

#include <QTimer>

#include <functional>

namespace lightwell {

class Button;
class TextLabel;

/// A short message over the lower edge of a window that goes by itself. Screen readers are told.
class Toast : public Card
{
    Q_OBJECT
public:
    explicit Toast(QWidget *window);
    void say(Meaning meaning, const QString &text);
    /// The same with something that can still be done: by a press on the message, as long as it stands.
    void offer(Meaning meaning, const QString &text, const QString &action, const std::function<void()> &act);
    [[nodiscard]] QString text() const;
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void place();
    void act();
    Sign *m_sign;
    TextLabel *m_text;
    Button *m_action;
    std::function<void()> m_act;
    QTimer m_timer;
};

} // namespace lightwell
