// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/animationpanel.h"

#include "core/media/animation.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QSpinBox>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualDelay = 500;

} // namespace

AnimationPanel::AnimationPanel(QWidget *parent)
    : QWidget(parent)
    , m_isOne(named(new Switch, u"exportAnimation"_s, tr("One animation")))
    , m_delay(named(new QSpinBox, u"exportDelay"_s, tr("Milliseconds each picture is shown")))
{
    m_delay->setRange(shortestDelay, longestDelay);
    m_delay->setSingleStep(50);
    m_delay->setValue(usualDelay);
    m_delay->setSuffix(tr(" ms each"));
    m_delay->setAccelerated(true);
    setTip(m_isOne,
           tr("All pictures in one file, one after another. They get the pixels of the first one. It says that AI made "
              "them, but no recipe, since each has its own."));
    auto *label = new TextLabel(TextLabel::Voice::Body, tr("One ani&mation"));
    label->setBuddy(m_isOne);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(label);
    layout->addWidget(m_isOne);
    layout->addStretch();
    layout->addWidget(m_delay);
    connect(m_isOne, &QAbstractButton::toggled, this, [this] {
        fitFields();
        Q_EMIT edited();
    });
    connect(m_delay, &QSpinBox::valueChanged, this, &AnimationPanel::edited);
    fitFields();
}

void AnimationPanel::setFormat(ImageFormat format)
{
    m_format = format;
    fitFields();
}

void AnimationPanel::setCount(int count)
{
    m_count = count;
    fitFields();
}

int AnimationPanel::delay() const
{
    return m_isOne->isChecked() && m_count > 1 && canAnimate(m_format) ? m_delay->value() : 0;
}

void AnimationPanel::setDelay(int delay)
{
    const QSignalBlocker silent(this);
    m_isOne->setChecked(delay > 0);
    if (delay > 0) {
        m_delay->setValue(delay);
    }
    fitFields();
}

void AnimationPanel::fitFields()
{
    setVisible(m_count > 1 && canAnimate(m_format));
    m_delay->setVisible(m_isOne->isChecked());
}

} // namespace lightwell
