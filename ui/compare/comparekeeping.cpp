// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparekeeping.h"

#include "core/catalog/catalog.h"
#include "core/model/boundedjson.h"
#include "core/storage/settings.h"
#include "ui/compare/comparesession.h"
#include "ui/compare/formpane.h"
#include "ui/compare/modelchoice.h"
#include "ui/compare/promptpanel.h"
#include "ui/references/referencespanel.h"

#include <QJsonDocument>
#include <QSplitter>

namespace lightwell {

namespace {

constexpr int usualForm = 312;
constexpr int largeForm = 360;
constexpr int largeWindow = 1600; ///< and wider

} // namespace

CompareKeeping::CompareKeeping(Settings &settings, const Catalog &catalog, CompareSession &session, FormPane &form,
                               QSplitter &splitter, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_catalog(catalog)
    , m_session(session)
    , m_form(form)
    , m_splitter(splitter)
{
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(500);
    connect(&m_keepSoon, &QTimer::timeout, this, &CompareKeeping::keep);
    connect(&form, &FormPane::edited, this, &CompareKeeping::keepSoon);
    connect(&splitter, &QSplitter::splitterMoved, this, [this] {
        m_hasOwnWidths = true;
        keepSoon();
    });
}

void CompareKeeping::restoreForm(const QString &examplePrompt)
{
    const QByteArray kept = m_settings.value(Setting::CompareForm).toByteArray();
    const Result<QJsonObject> read = readJsonObject(kept, jsonlimits::own);
    CompareForm form = CompareForm::fromJson(read ? *read : QJsonObject());
    if (kept.isEmpty()) {
        form.prompt = examplePrompt;
        form.size.ratio = AspectRatio {16, 9};
    }
    form.models.removeIf([this](const QString &model) { return !m_catalog.find(model) && !isOwnServerModel(model); });
    if (form.models.isEmpty()) {
        form.models = builtInModels(m_catalog);
    }
    referencefiles::tidy(m_form.references()->list().folder(), form.references);
    m_form.setForm(form);
    if (kept.isEmpty()) {
        m_form.prompt()->selectPrompt(); // an example is there to be written over
    }
    m_hasOwnWidths = m_splitter.restoreState(m_settings.value(Setting::CompareSplitter).toByteArray());
}

/// Which they are is noted as soon as they have begun: what is paid for shall be found again, however this ends.
void CompareKeeping::restoreRuns()
{
    m_session.restore(readKept(m_settings.value(Setting::CompareRuns).toByteArray()));
    m_keepRunsSoon.setSingleShot(true);
    m_keepRunsSoon.setInterval(100);
    const auto write = [this] { m_settings.set(Setting::CompareRuns, writeKept(m_session.kept())); };
    connect(&m_keepRunsSoon, &QTimer::timeout, this, write);
    const auto soon = [this] {
        if (!m_keepRunsSoon.isActive()) {
            m_keepRunsSoon.start();
        }
    };
    connect(&m_session, &CompareSession::runAdded, this, soon);
    connect(&m_session, &CompareSession::runRemoved, this, soon);
    connect(&m_session, &CompareSession::cellChanged, this, soon);
}

void CompareKeeping::keep()
{
    m_settings.set(Setting::CompareForm, QJsonDocument(m_form.form().toJson()).toJson(QJsonDocument::Compact));
    m_settings.set(Setting::CompareRuns, writeKept(m_session.kept()));
    if (m_hasOwnWidths) {
        m_settings.set(Setting::CompareSplitter, m_splitter.saveState());
    }
}

void CompareKeeping::fitForm()
{
    if (!m_hasOwnWidths) {
        const int form = m_splitter.window()->width() >= largeWindow ? largeForm : usualForm;
        m_splitter.setSizes({form, std::max(0, m_splitter.parentWidget()->width() - form)});
    }
}

} // namespace lightwell
