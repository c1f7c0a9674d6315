// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/references/reference.h"

#include <QWidget>

#include <optional>

namespace lightwell {

class Button;
class Sign;
class TextLabel;

/// A reference picture of the form: what it looks like, its name and size, its mask, its role, and a way to take it
/// away. Delete takes it away, Alt with the arrows or the mouse moves it.
class ReferenceRow : public QWidget
{
    Q_OBJECT
public:
    explicit ReferenceRow(QWidget *parent = nullptr);
    void setPlace(qsizetype place); ///< a part of its controls' names
    /// `roles` that some chosen model has; `canMask`: the mask is of this one.
    void show(const Reference &reference, const QList<ImageRole> &roles, bool canMask);
    [[nodiscard]] Button *removeButton() const { return m_remove; } ///< has the keyboard for the row
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void removeRequested();
    void moveRequested(int by); ///< rows down
    void maskRequested();
    void roleChosen(lightwell::ImageRole role);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void chooseRole();
    [[nodiscard]] QString facts() const;
    [[nodiscard]] QString maskText(bool canMask) const;
    Reference m_reference;
    QList<ImageRole> m_roles;
    TextLabel *m_name;
    Sign *m_sign;
    TextLabel *m_facts;
    Button *m_mask;
    Button *m_role;
    Button *m_remove;
    std::optional<int> m_pressedAt; ///< y
};

} // namespace lightwell
