// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace lightwell {

/// Which keys do what, in one line. Where it is narrow, the last ones are left out.
class HintLine : public QWidget
{
    Q_OBJECT
public:
    struct Hint
    {
        QStringList keys; ///< as they stand on the keyboard; with an empty one among them it is left out
        QString what;
    };
    HintLine(const QString &objectName, const QList<Hint> &hints, QWidget *parent = nullptr);
    void setHints(const QList<Hint> &hints);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int keyWidth(const QString &key) const;
    [[nodiscard]] int widthOf(const Hint &hint) const;
    QList<Hint> m_hints;
};

} // namespace lightwell
