// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QVBoxLayout;

namespace lightwell {

class StepBadge;
class TextLabel;

/// One of the first steps: its number, what it is, and rows below each other. A step that is done has a check for its
/// number.
class StepCard : public Card
{
    Q_OBJECT
public:
    enum class State {
        Ahead,
        Current, ///< with an edge and a number in the accent
        Done,
    };
    StepCard(const QString &objectName, int number, const QString &title, QWidget *parent = nullptr);
    void setText(const QString &text); ///< under the title
    void setState(State state);
    [[nodiscard]] State state() const { return m_state; }

protected:
    void addRow(QWidget *row); ///< with a hairline above it
    void finish(QWidget *foot = nullptr); ///< after the last row; `foot` stands at the lower edge

private:
    void say();
    const int m_number;
    const QString m_title;
    State m_state = State::Ahead;
    StepBadge *m_badge;
    TextLabel *m_text;
    QVBoxLayout *m_column;
};

} // namespace lightwell
