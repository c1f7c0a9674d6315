// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

#include <QPlainTextEdit>

namespace lightwell {

/// Several lines of text in a rounded field. Tab leaves it.
class TextField : public Card
{
    Q_OBJECT
public:
    /// As high as its text, but at least `lines` and at most `maxLines` high.
    TextField(int lines, int maxLines, QWidget *parent = nullptr);
    [[nodiscard]] QPlainTextEdit *edit() const { return m_edit; }
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    int m_lines;
    int m_maxLines;
    QPlainTextEdit *m_edit;
};

} // namespace lightwell
