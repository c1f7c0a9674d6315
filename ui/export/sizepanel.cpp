// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/sizepanel.h"

#include "core/export/exportcheck.h"
#include "ui/texts.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSpinBox>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualSide = 1600;
constexpr int asItIs = -1;

QSpinBox *sideBox(const QString &objectName, const QString &name)
{
    auto *box = named(new QSpinBox, objectName, name);
    box->setRange(1, longestExportEdge);
    box->setValue(usualSide);
    box->setAccelerated(true);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setAlignment(Qt::AlignRight);
    box->setFixedWidth(box->fontMetrics().horizontalAdvance(QString::number(longestExportEdge)) + 24);
    return box;
}

} // namespace

SizePanel::SizePanel(QWidget *parent)
    : QWidget(parent)
    , m_fit(named(new ChoiceBox, u"exportFit"_s, tr("Size")))
    , m_pixels(new QWidget)
    , m_width(sideBox(u"exportWidth"_s, tr("Width in pixels")))
    , m_height(sideBox(u"exportHeight"_s, tr("Height in pixels")))
    , m_never(named(new QCheckBox(tr("Ne&ver enlarge")), u"exportNeverEnlarge"_s, tr("Never enlarge")))
    , m_told(new TextLabel(TextLabel::Voice::Small))
    , m_groundRow(new QWidget)
    , m_ground(named(new ChoiceBox, u"exportGround"_s, tr("Ground behind what is transparent")))
{
    for (const auto &[fit, text] : {std::pair {asItIs, tr("As it is")},
                                    {static_cast<int>(ResizeFit::Inside), tr("Fit inside")},
                                    {static_cast<int>(ResizeFit::Crop), tr("Crop to")},
                                    {static_cast<int>(ResizeFit::Contain), tr("Whole, on a ground")},
                                    {static_cast<int>(ResizeFit::Stretch), tr("Stretch to")}}) {
        m_fit->addItem(text, fit);
    }
    m_fit->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_fit->setMinimumContentsLength(8);
    for (const auto &[color, text] : {std::pair {QColor(Qt::white), tr("White")},
                                      {QColor(Qt::black), tr("Black")},
                                      {QColor(128, 128, 128), tr("Grey")}}) {
        m_ground->addItem(text, color.name());
    }
    m_never->setChecked(true);
    m_told->setObjectName(u"exportSizeTold"_s);
    m_told->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *pixels = new QHBoxLayout(m_pixels);
    pixels->setContentsMargins(0, 0, 0, 0);
    pixels->setSpacing(6);
    pixels->addWidget(m_width);
    pixels->addWidget(new TextLabel(TextLabel::Voice::Muted, u"×"_s));
    pixels->addWidget(m_height);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_fit, 1);
    first->addWidget(m_pixels);
    auto *ground = new QHBoxLayout(m_groundRow);
    ground->setContentsMargins(0, 0, 0, 0);
    ground->setSpacing(10);
    auto *groundLabel = new TextLabel(TextLabel::Voice::Body, tr("&Ground"));
    groundLabel->setBuddy(m_ground);
    groundLabel->setMinimumWidth(66);
    ground->addWidget(groundLabel);
    ground->addWidget(m_ground, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *label = new TextLabel(TextLabel::Voice::Section, tr("&Size"));
    label->setBuddy(m_fit);
    auto *head = new QHBoxLayout;
    head->addWidget(label);
    head->addWidget(m_told, 1);
    layout->addLayout(head);
    layout->addLayout(first);
    layout->addWidget(m_never);
    layout->addWidget(m_groundRow);
    const auto edit = [this] {
        fitFields();
        Q_EMIT edited();
    };
    connect(m_fit, &QComboBox::currentIndexChanged, this, edit);
    connect(m_ground, &QComboBox::currentIndexChanged, this, edit);
    connect(m_width, &QSpinBox::valueChanged, this, edit);
    connect(m_height, &QSpinBox::valueChanged, this, edit);
    connect(m_never, &QCheckBox::toggled, this, edit);
    fitFields();
}

void SizePanel::setFormat(ImageFormat format)
{
    m_format = format;
    fitFields();
}

void SizePanel::fill(ExportOptions &options) const
{
    const int fit = m_fit->currentData().toInt();
    options.resize = fit == asItIs ? QSize() : QSize(m_width->value(), m_height->value());
    options.fit = fit == asItIs ? ResizeFit::Inside : static_cast<ResizeFit>(fit);
    options.mayEnlarge = !m_never->isChecked();
    options.matte = QColor(m_ground->currentData().toString());
}

void SizePanel::show(const ExportOptions &options)
{
    const QSignalBlocker silent(this);
    const bool isResized = !options.resize.isEmpty();
    m_fit->setCurrentIndex(m_fit->findData(isResized ? static_cast<int>(options.fit) : asItIs));
    if (isResized) {
        m_width->setValue(options.resize.width());
        m_height->setValue(options.resize.height());
    }
    m_never->setChecked(!options.mayEnlarge);
    if (m_ground->findData(options.matte.name()) < 0) { // of a preset
        m_ground->addItem(options.matte.name(), options.matte.name());
    }
    m_ground->setCurrentIndex(m_ground->findData(options.matte.name()));
    fitFields();
}

void SizePanel::tell(QSize from, QSize to)
{
    m_told->setText(from.isEmpty()   ? QString()
                        : from == to ? texts::size(from)
                                     : tr("%1 → %2", "a size becomes another").arg(texts::size(from), texts::size(to)));
}

void SizePanel::fitFields()
{
    const int fit = m_fit->currentData().toInt();
    m_pixels->setVisible(fit != asItIs);
    m_never->setVisible(fit != asItIs);
    m_groundRow->setVisible(!formatHasAlpha(m_format) || fit == static_cast<int>(ResizeFit::Contain));
}

} // namespace lightwell
