// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explain/samecallcard.h"

#include "core/explain/samecall.h"
#include "ui/explain/valuetext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

SameCallCard::SameCallCard(QWidget *parent)
    : ExplainCard(u"explain.call"_s, tr("The same call"), parent)
    , m_language(new SegmentedControl)
    , m_off(new QWidget)
    , m_text(new ValueText(u"explain.call.text"_s, tr("The same call, as a program makes it"), 0))
{
    named(m_language, u"explain.language"_s, tr("Language of the call"));
    m_language->addSegment(u"curl"_s, u"curl"_s);
    m_language->addSegment(u"python"_s, u"Python"_s);
    m_language->addSegment(u"javascript"_s, u"JavaScript"_s);
    m_language->setCurrent(u"curl"_s);
    addBesideTitle(m_language);
    addCopy(tr("Copy the call"));
    auto *off = new TextLabel(TextLabel::Voice::Small, tr("Your gateway is off, so no program reaches it."));
    off->setWordWrap(true);
    auto *on =
        named(new Button(Button::Kind::Link, tr("Switch on")), u"explain.gateway"_s, tr("Switch the gateway on"));
    auto *line = new QHBoxLayout(m_off);
    line->setContentsMargins(0, 0, 0, 8);
    line->addWidget(off, 1);
    line->addWidget(on);
    QVBoxLayout *layout = renew();
    layout->setContentsMargins(16, 12, 16, 12);
    layout->addWidget(m_off);
    layout->addWidget(m_text);
    layout->addStretch(1);
    connect(on, &QPushButton::clicked, this, &SameCallCard::gatewayWanted);
    connect(m_language, &SegmentedControl::chosen, this, &SameCallCard::write);
    connect(this, &ExplainCard::copyWanted, this, [this] { QGuiApplication::clipboard()->setText(m_text->value()); });
}

void SameCallCard::show(const Explanation &explanation)
{
    m_request = explanation.generation.request;
    m_project = explanation.generation.origin.project;
    write();
}

void SameCallCard::setGateway(const GatewayState &state, const QUrl &url)
{
    const bool isOn = state.kind == GatewayState::Kind::Listening;
    m_url = url;
    m_off->setVisible(!isOn);
    setNote(isOn ? tr("through your gateway") : QString());
    write();
}

void SameCallCard::write()
{
    const QString language = m_language->current();
    m_text->setValue(language == "python"_L1           ? samecall::python(m_url, m_request, m_project)
                         : language == "javascript"_L1 ? samecall::javaScript(m_url, m_request, m_project)
                                                       : samecall::curl(m_url, m_request, m_project));
}

} // namespace lightwell
