// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/qualitycontrol.h"

#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QSlider>
#include <QSpinBox>

namespace lightwell {

using namespace Qt::StringLiterals;

QualityControl::QualityControl(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_slider(named(new QSlider(Qt::Horizontal), objectName + u"Slider"_s,
                     tr("Quality, 0 smallest file to 100 best picture")))
    , m_box(named(new QSpinBox, objectName, tr("Quality, 0 smallest file to 100 best picture")))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_slider->setRange(0, 100);
    m_slider->setPageStep(5);
    m_box->setRange(0, 100);
    m_box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_box->setAlignment(Qt::AlignRight);
    m_box->setFixedWidth(46);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_box);
    setValue(85);
    connect(m_slider, &QSlider::valueChanged, m_box, &QSpinBox::setValue);
    connect(m_box, &QSpinBox::valueChanged, m_slider, &QSlider::setValue);
    connect(m_box, &QSpinBox::valueChanged, this, &QualityControl::edited);
}

int QualityControl::value() const
{
    return m_box->value();
}

void QualityControl::setValue(int value)
{
    m_slider->setValue(value);
    m_box->setValue(value);
}

void QualityControl::setReason(const QString &reason)
{
    m_slider->setEnabled(reason.isEmpty());
    m_box->setEnabled(reason.isEmpty());
    setTip(m_slider, reason);
    setTip(m_box, reason);
    m_slider->setAccessibleDescription(reason);
}

} // namespace lightwell
