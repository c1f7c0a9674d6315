// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/sign.h"

#include <QTimer>

namespace lightwell {

class TextLabel;

/// A short message over the lower edge of a window that goes by itself. Screen readers are told.
class Toast : public Card
{
    Q_OBJECT
public:
    explicit Toast(QWidget *window);
    void say(Meaning meaning, const QString &text);
    [[nodiscard]] QString text() const;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    Sign *m_sign;
    TextLabel *m_text;
    QTimer m_timer;
};

} // namespace lightwell
