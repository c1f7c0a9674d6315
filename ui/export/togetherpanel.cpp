// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/togetherpanel.h"

#include "core/media/animation.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QSpinBox>
#include <QStandardItemModel>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualDelay = 500;

} // namespace

TogetherPanel::TogetherPanel(QWidget *parent)
    : QWidget(parent)
    , m_way(named(new ChoiceBox, u"exportTogether"_s, tr("What several pictures become")))
    , m_delay(named(new QSpinBox, u"exportDelay"_s, tr("Milliseconds each picture is shown")))
{
    for (const auto &[way, text] : {std::pair {Way::Apart, tr("A file each")},
                                    {Way::Animation, tr("One animation")},
                                    {Way::Sheet, tr("One contact sheet")}}) {
        m_way->addItem(text, static_cast<int>(way));
    }
    m_way->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_way->setMinimumContentsLength(8);
    setTip(
        m_way,
        tr("One file of all pictures says that AI made them, but has no recipe, since each has its own. An animation "
           "gets the pixels of the first picture; a contact sheet says under each how it was made."));
    m_delay->setRange(shortestDelay, longestDelay);
    m_delay->setSingleStep(50);
    m_delay->setValue(usualDelay);
    m_delay->setSuffix(tr(" ms each"));
    m_delay->setAccelerated(true);
    auto *label = new TextLabel(TextLabel::Voice::Body, tr("&Together"));
    label->setBuddy(m_way);
    label->setMinimumWidth(66);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(label);
    layout->addWidget(m_way, 1);
    layout->addWidget(m_delay);
    connect(m_way, &QComboBox::currentIndexChanged, this, [this] {
        fitFields();
        Q_EMIT edited();
    });
    connect(m_delay, &QSpinBox::valueChanged, this, &TogetherPanel::edited);
    fitFields();
}

TogetherPanel::Way TogetherPanel::way() const
{
    const auto way = static_cast<Way>(m_way->currentData().toInt());
    return m_count < 2 || (way == Way::Animation && !canAnimate(m_format)) ? Way::Apart : way;
}

void TogetherPanel::setFormat(ImageFormat format)
{
    m_format = format;
    fitFields();
}

void TogetherPanel::setCount(int count)
{
    m_count = count;
    fitFields();
}

void TogetherPanel::fill(ExportOptions &options) const
{
    options.delay = way() == Way::Animation ? m_delay->value() : 0;
    options.isSheet = way() == Way::Sheet;
}

void TogetherPanel::show(const ExportOptions &options)
{
    const QSignalBlocker silent(this);
    const Way way = options.isSheet ? Way::Sheet : options.delay > 0 ? Way::Animation : Way::Apart;
    m_way->setCurrentIndex(m_way->findData(static_cast<int>(way)));
    if (options.delay > 0) {
        m_delay->setValue(options.delay);
    }
    fitFields();
}

/// What the format does not have is listed, off.
void TogetherPanel::fitFields()
{
    if (auto *items = qobject_cast<QStandardItemModel *>(m_way->model())) {
        items->item(m_way->findData(static_cast<int>(Way::Animation)))->setEnabled(canAnimate(m_format));
    }
    if (m_way->currentData().toInt() == static_cast<int>(Way::Animation) && !canAnimate(m_format)) {
        const QSignalBlocker silent(m_way);
        m_way->setCurrentIndex(m_way->findData(static_cast<int>(Way::Apart)));
    }
    setVisible(m_count > 1);
    m_delay->setVisible(way() == Way::Animation);
}

} // namespace lightwell
