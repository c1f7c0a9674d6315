// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace lightwell {

/// A value in the system's fixed font, broken wherever the room ends, to be selected and copied. A long one shows its
/// first lines until it is clicked, or Enter or Space is pressed on it.
class ValueText : public QPlainTextEdit
{
    Q_OBJECT
public:
    /// `lines`: so many at first; 0: all.
    ValueText(const QString &objectName, const QString &accessibleName, int lines, QWidget *parent = nullptr);
    void setValue(const QString &value);
    [[nodiscard]] const QString &value() const { return m_value; } ///< all of it
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool isCut() const; ///< there is more than is shown
    void setOpen(bool open);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    QString m_value;
    int m_lines;
    bool m_isOpen = false;
    bool m_isFitting = false;
};

} // namespace lightwell
