// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSlider;
class QSpinBox;

namespace lightwell {

/// A number from 0 (smallest file) to 100 (best picture), as a slider and a field that follow each other.
class QualityControl : public QWidget
{
    Q_OBJECT
public:
    /// The slider is called `objectName` + "Slider".
    explicit QualityControl(const QString &objectName, QWidget *parent = nullptr);
    [[nodiscard]] int value() const;
    void setValue(int value);
    /// Why there is nothing to choose; empty: there is.
    void setReason(const QString &reason);
    [[nodiscard]] QSlider *slider() const { return m_slider; }

Q_SIGNALS:
    void edited();

private:
    QSlider *m_slider;
    QSpinBox *m_box;
};

} // namespace lightwell
