// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/sign.h"

#include <QWidget>

namespace lightwell {

class Button;
class TextLabel;

/// A line of the price card that is there only while it has something to say, with what can be done about it.
class NoteRow : public QWidget
{
    Q_OBJECT
public:
    NoteRow(const QString &objectName, const QString &action, Meaning meaning = Meaning::Warning,
            QWidget *parent = nullptr);
    void say(const QString &text, const QString &details = {}); ///< empty: nothing

Q_SIGNALS:
    void acted();

private:
    TextLabel *m_text;
    Button *m_action;
};

} // namespace lightwell
