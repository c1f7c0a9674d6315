// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a vendor over TLS costs that is a round trip of 50 ms away: the whole way of a generation through the engine,
// announced beforehand as by a window that shows a price, and unannounced.
#include "tests/bench/delayline.h"
#include "tests/bench/measurement.h"
#include "tests/engine/enginerig.h"
#include "tests/transport/certificate.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

namespace lightwell::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto roundTrip = 50ms;
constexpr auto timeToThink = 400ms; // between the form's last change and the click

/// A vendor over TLS, far away; its pictures are near.
class FarVendor : public test::ToyVendor
{
public:
    explicit FarVendor(const test::TestCertificate &certificate)
        : ToyVendor({test::TestServer::Thread::Caller, certificate.server})
        , m_line(server().port(), roundTrip)
    {
    }
    QUrl baseUrl() const override { return QUrl(u"https://127.0.0.1:%1"_s.arg(m_line.port())); }

private:
    DelayLine m_line;
};

template<typename Done>
void spinUntil(const Done &done)
{
    while (!done()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

void rest(std::chrono::milliseconds time)
{
    bool over = false;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&over] { over = true; });
    timer.start(time);
    spinUntil([&over] { return over; });
}

/// Milliseconds from the click to the picture; nothing where there is none.
std::optional<double> generate(test::EngineRig &rig)
{
    QElapsedTimer timer;
    timer.start();
    std::optional<Generation> end;
    QObject context;
    rig.engine->generate(test::EngineRig::request(), {Origin::Kind::CommandLine, {}}, &context,
                         [&end](const Generation &generation) { end = generation; });
    spinUntil([&end] { return end.has_value(); });
    const bool completed = end->status == GenerationStatus::Completed;
    return completed ? std::optional<double>(static_cast<double>(timer.nsecsElapsed()) / 1e6) : std::nullopt;
}

Figure measure(test::EngineRig &rig, bool announced, bool isJob, int rounds)
{
    const QString what = isJob ? u"job: "_s : u"answered at once: "_s;
    const QString name = what + (announced ? u"announced"_s : u"unannounced"_s);
    auto &vendor = rig.vendor(u"far"_s);
    vendor.atOnce = !isJob;
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        vendor.polls = 0;
        if (announced) {
            rig.engine->prepare({u"far"_s});
        }
        rest(timeToThink);
        const std::optional<double> time = generate(rig);
        if (!time) {
            return Figure::missing(name, u"the generation failed"_s);
        }
        times.append(*time);
    }
    Figure figure;
    figure.name = name;
    figure.value = median(times);
    figure.unit = u"ms"_s;
    const auto trips = isJob ? 2 : 1; // the poll needs one, too
    figure.aim = announced ? u"< %1 ms"_s.arg(trips * roundTrip.count() + 50) : QString();
    figure.note = u"of it %1 ms is the way of what is asked and answered"_s.arg(trips * roundTrip.count());
    return figure;
}

} // namespace

QList<Figure> measureTls(const Setup &setup)
{
    const std::optional<test::TestCertificate> certificate = test::TestCertificate::make();
    if (!certificate) {
        return {Figure::missing(u"over TLS"_s, u"the openssl program is not installed"_s)};
    }
    HttpClientOptions http;
    http.authorities = {certificate->certificate};
    test::EngineRig rig({test::toyOffer(u"toy"_s, u"far"_s)}, {},
                        {[&certificate] { return std::make_unique<FarVendor>(*certificate); },
                         [](const QString &provider) { return std::make_unique<test::ToyAdapter>(provider); }, http});
    QList<Figure> figures;
    for (const bool isJob : {false, true}) {
        for (const bool announced : {false, true}) {
            figures.append(measure(rig, announced, isJob, setup.quick ? 3 : 15));
        }
    }
    return figures;
}

} // namespace lightwell::bench
