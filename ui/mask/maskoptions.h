// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mask/maskcanvas.h"

#include <QWidget>

class QHBoxLayout;
class QSlider;
class QSpinBox;

namespace lightwell {

class Button;
class TextLabel;

/// The row over the canvas: what the tool can be told, whether the mask is shown, and the zoom.
class MaskOptions : public QWidget
{
    Q_OBJECT
public:
    explicit MaskOptions(QWidget *parent = nullptr);
    void setTool(MaskCanvas::Tool tool);
    void setPicture(QSize size); ///< how large the brush may be
    void setGrowth(const QMargins &growth);
    void setLook(const MaskLook &look); ///< what the menu says
    void setZoom(double scale); ///< pixels of the screen a pixel
    void changeDiameter(int steps); ///< by keys; a step is a part of what it is
    void changeFeather(int steps);
    [[nodiscard]] int diameter() const;
    [[nodiscard]] int feather() const;

Q_SIGNALS:
    void diameterChanged(int pixels);
    void featherChanged(int pixels);
    void maskShown(bool shown);
    void lookChosen(const lightwell::MaskLook &look);
    void growthWanted(const QMargins &growth);
    void fitWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Measure
    {
        QWidget *box = nullptr;
        QSlider *slider = nullptr;
        TextLabel *value = nullptr;
    };
    Measure addMeasure(QHBoxLayout *row, const QString &objectName, const QString &text, int most, int value);
    QSpinBox *addSide(QHBoxLayout *row, const QString &objectName, const QString &text);
    TextLabel *m_tool;
    Measure m_diameter;
    Measure m_feather;
    QWidget *m_growth;
    QList<TextLabel *> m_sides; ///< names of the four, which narrow rows have as tips alone
    QSpinBox *m_left;
    QSpinBox *m_above;
    QSpinBox *m_right;
    QSpinBox *m_below;
    void openLooks();
    MaskLook m_look;
    Button *m_shown;
    Button *m_looks; ///< beside it
    TextLabel *m_zoom;
    Button *m_fit;
};

} // namespace lightwell
