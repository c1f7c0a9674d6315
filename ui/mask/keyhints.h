// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lightwell {

/// A line of keys and what they do. Where it is too narrow, those at its end are left out.
class KeyHints : public QWidget
{
    Q_OBJECT
public:
    struct Hint
    {
        QStringList keys; ///< with an empty one among them it is left out
        QString text;
    };
    explicit KeyHints(const QList<Hint> &hints, QWidget *parent = nullptr);
    void setHints(const QList<Hint> &hints);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int widthOf(const Hint &hint) const;
    QList<Hint> m_hints;
};

} // namespace lightwell
