// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequenceEdit>

class QLineEdit;

namespace lightwell {

/// Takes one press, at once; QKeySequenceEdit alone waits for further ones. Tab and Escape do what they do elsewhere.
class KeysField : public QKeySequenceEdit
{
    Q_OBJECT
public:
    KeysField(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);
    void showKeys(const QKeySequence &keys);
    [[nodiscard]] QString text() const; ///< as it is shown

Q_SIGNALS:
    void pressed(QKeyCombination keys);
    void entered(); ///< Enter: what is offered is wanted

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void showText();
    QLineEdit *m_line;
};

} // namespace lightwell
