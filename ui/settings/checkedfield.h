// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace lightwell {

class TextLabel;

/// One line to type into, with its name above it and, below, what is wrong with what was typed.
class CheckedField : public QWidget
{
    Q_OBJECT
public:
    /// `label` may carry a mnemonic; an empty one is not shown.
    CheckedField(const QString &objectName, const QString &label, const QString &accessibleName,
                 const QString &placeholder, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    void setProblem(const QString &problem); ///< empty: none
    [[nodiscard]] bool hasProblem() const;
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void edited(); ///< the person is done with it

private:
    QLineEdit *m_edit;
    TextLabel *m_problem;
};

} // namespace lightwell
