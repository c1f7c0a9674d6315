// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/sign.h"

namespace lightwell {

class Button;
class TextLabel;

/// A message inside a page: a sign, a sentence, perhaps one thing to do, and a way to dismiss it.
class Banner : public Card
{
    Q_OBJECT
public:
    Banner(Meaning meaning, const QString &objectName, QWidget *parent = nullptr);
    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    void setMeaning(Meaning meaning);
    void setAction(const QString &text); ///< empty: none
    void setSecondAction(const QString &text);
    void setDismissible(bool dismissible);

Q_SIGNALS:
    void actionTriggered();
    void secondTriggered();
    void dismissed();

private:
    Sign *m_sign;
    TextLabel *m_text;
    Button *m_action;
    Button *m_second;
    Button *m_close;
};

} // namespace lightwell
