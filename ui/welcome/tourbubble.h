// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/popover.h"

namespace lightwell {

class Button;
class TextLabel;

/// What is said at one place of the window, with the way on. Enter goes on, Escape ends it.
class TourBubble : public Popover
{
    Q_OBJECT
public:
    explicit TourBubble(QWidget *parent = nullptr);
    /// `number` of `count`, from 1; the last one ends it.
    void say(const QString &title, const QString &text, int number, int count);
    void openAt(QWidget *place);

Q_SIGNALS:
    void wentOn();
    void ended(); ///< it is closed, however

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    TextLabel *m_title;
    TextLabel *m_text;
    TextLabel *m_number;
    Button *m_next;
    Button *m_end;
};

} // namespace lightwell
