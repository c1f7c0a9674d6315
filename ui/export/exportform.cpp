// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportform.h"

#include "ui/export/encodingpanel.h"
#include "ui/export/formatpanel.h"
#include "ui/export/keptpanel.h"
#include "ui/export/sizepanel.h"
#include "ui/export/targetpanel.h"
#include "ui/export/togetherpanel.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

ExportForm::ExportForm(QWidget *parent)
    : QWidget(parent)
    , m_content(new QWidget)
    , m_format(new FormatPanel)
    , m_encoding(new EncodingPanel)
    , m_together(new TogetherPanel)
    , m_sizeGroup(new QWidget)
    , m_size(new SizePanel)
    , m_kept(new KeptPanel)
    , m_target(new TargetPanel)
{
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(16, 14, 12, 14);
    column->setSpacing(12);
    column->addWidget(m_format);
    column->addWidget(m_encoding);
    column->addWidget(m_together);
    auto *sizeGroup = new QVBoxLayout(m_sizeGroup);
    sizeGroup->setContentsMargins(0, 0, 0, 0);
    sizeGroup->setSpacing(12);
    sizeGroup->addWidget(new Hairline(Qt::Horizontal));
    sizeGroup->addWidget(m_size);
    column->addWidget(m_sizeGroup);
    for (QWidget *panel : std::initializer_list<QWidget *> {m_kept, m_target}) {
        column->addWidget(new Hairline(Qt::Horizontal));
        column->addWidget(panel);
    }
    column->addStretch();
    auto *scroll = named(new QScrollArea, u"exportForm"_s, tr("How pictures are exported"));
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    connect(m_format, &FormatPanel::edited, this, [this] {
        fitFormat();
        Q_EMIT edited();
    });
    connect(m_encoding, &EncodingPanel::edited, this, &ExportForm::edited);
    connect(m_together, &TogetherPanel::edited, this, [this] {
        fitFormat();
        Q_EMIT edited();
    });
    connect(m_size, &SizePanel::edited, this, &ExportForm::edited);
    connect(m_kept, &KeptPanel::edited, this, &ExportForm::edited);
    connect(m_target, &TargetPanel::edited, this, &ExportForm::edited);
    fitFormat();
}

void ExportForm::fitFormat()
{
    m_encoding->setFormat(m_format->format());
    m_together->setFormat(m_format->format());
    ExportOptions options;
    m_together->fill(options);
    m_encoding->setAnimated(options.delay > 0);
    m_sizeGroup->setVisible(!options.isSheet);
    m_size->setFormat(m_format->format());
}

ExportSettings ExportForm::settings() const
{
    ExportSettings settings;
    settings.options.format = m_format->format();
    m_encoding->fill(settings.options);
    m_together->fill(settings.options);
    m_size->fill(settings.options);
    m_kept->fill(settings.options);
    settings.options = fittedToFormat(settings.options);
    settings.name = m_target->name();
    return settings;
}

void ExportForm::setSettings(const ExportSettings &settings)
{
    m_format->setFormat(settings.options.format);
    m_encoding->show(settings.options);
    m_together->show(settings.options);
    m_size->show(settings.options);
    m_kept->show(settings.options);
    m_target->setName(settings.name);
    fitFormat();
}

void ExportForm::setCount(int count)
{
    m_together->setCount(count);
    fitFormat();
}

void ExportForm::setChangeable(bool changeable)
{
    m_content->setEnabled(changeable);
}

} // namespace lightwell
