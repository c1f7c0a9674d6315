// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/formatpanel.h"

#include "ui/export/exporttexts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/exclusivefocus.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr ImageFormat formats[] = {ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Webp, ImageFormat::Avif,
                                   ImageFormat::Gif, ImageFormat::Jxl,  ImageFormat::Tiff, ImageFormat::Heif};

} // namespace

FormatPanel::FormatPanel(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_lost(new TextLabel(TextLabel::Voice::Small))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(new TextLabel(TextLabel::Voice::Section, tr("Format")));
    auto *pills = new QWidget;
    auto *flow = new FlowLayout(pills, 6);
    QStringList reasons;
    for (const ImageFormat format : formats) {
        auto *pill = named(new Button(Button::Kind::Pill, formatLabel(format)), u"exportFormat."_s + formatName(format),
                           formatLabel(format));
        pill->setCheckable(true);
        const QString reason = exporttexts::whyNot(format);
        pill->setEnabled(reason.isEmpty());
        pill->setAccessibleDescription(reason);
        setTip(pill, reason);
        if (!reason.isEmpty()) {
            reasons.append(reason);
        }
        m_group->addButton(pill, static_cast<int>(format));
        flow->addWidget(pill);
    }
    layout->addWidget(pills);
    m_lost->setObjectName(u"exportLost"_s);
    m_lost->setWordWrap(true);
    layout->addWidget(m_lost);
    auto *missing = new TextLabel(TextLabel::Voice::Small, reasons.join(u'\n'));
    missing->setObjectName(u"exportMissing"_s);
    missing->setWordWrap(true);
    missing->setVisible(!reasons.isEmpty());
    layout->addWidget(missing);
    keepTabOnChecked(m_group);
    setFormat(ImageFormat::Webp);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (isOn) {
            showLost();
            Q_EMIT edited();
        }
    });
}

ImageFormat FormatPanel::format() const
{
    return static_cast<ImageFormat>(std::max(0, m_group->checkedId()));
}

void FormatPanel::setFormat(ImageFormat format)
{
    if (QAbstractButton *pill = m_group->button(static_cast<int>(format)); pill && pill->isEnabled()) {
        const QSignalBlocker silent(this); // not the group, which leads Tab to the chosen one
        pill->setChecked(true);
        showLost();
    }
}

void FormatPanel::showLost()
{
    const QString lost = exporttexts::whatIsLost(format());
    m_lost->setText(lost);
    m_lost->setVisible(!lost.isEmpty());
}

} // namespace lightwell
