// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/galleryhome.h"

#include "core/media/codec.h"
#include "core/storage/mediastore.h"
#include "tests/ui/samplepicture.h"
#include "tests/ui/windowbench.h"

namespace lightwell::test {

using namespace Qt::StringLiterals;

GalleryHome::GalleryHome(WindowBench &bench)
    : m_bench(bench)
    , m_time(QDate(2026, 7, 18), QTime(9, 0))
{
}

Picture GalleryHome::picture(QSize size, int number)
{
    EncodeOptions options;
    options.format = ImageFormat::Jpeg;
    const Result<QByteArray> bytes = encodeImage(samplePicture(size, number), options);
    return m_bench.media().write(bytes.value(), ImageFormat::Jpeg, size).value();
}

QString GalleryHome::make(SampleEntry sample, QSize size, int pictures)
{
    for (int i = 0; i < pictures; ++i) {
        Picture made = picture(size, m_number * 7 + i);
        made.seed = 482'910 + m_number;
        sample.pictures.append(made);
        m_pictures.append(made);
    }
    m_time = m_time.addSecs(60);
    sample.createdAt = m_time.toUTC();
    const QString id = u"gen_%1"_s.arg(++m_number);
    Generation generation = sampleGeneration(id, sample);
    generation.request.size.ratio = AspectRatio::of(size);
    generation.request.seed = 482'910 + m_number - 1;
    if (!m_bench.journal().write(generation).result().ok()) {
        qWarning("not written");
    }
    return id;
}

void fillGallery(GalleryHome &home)
{
    const QSize sizes[] = {{720, 480}, {700, 470}, {480, 720}, {820, 460}, {512, 512}, {460, 820}, {720, 540}};
    const std::pair<QString, QString> models[] = {{u"flux-2-pro"_s, u"fal"_s},
                                                  {u"gpt-image-2"_s, u"openai"_s},
                                                  {u"sketchbook-scene"_s, u"sketchbook"_s},
                                                  {u"seedream-4.5"_s, u"fal"_s}};
    const QString prompts[] = {
        u"A lighthouse on a rocky coast at dawn, soft fog over the water, a sailboat"_s,
        u"Northern lights over a small house by a lake"_s, u"A poster of a bicycle race in summer"_s,
        u"Hot-air balloons over a valley at sunrise, flat colours"_s, u"An owl in a dark forest"_s};
    int number = 0;
    for (const int days : {470, 400, 380, 210, 170, 120, 95, 60, 33, 30, 8, 3, 2, 1, 0}) {
        home.setTime(QDateTime(QDate::currentDate().addDays(-days), QTime(9, 0)));
        const int count = days < 4 ? 9 : 5;
        for (int i = 0; i < count; ++i, ++number) {
            const auto &[model, provider] = models[(number * 3 + i) % 4];
            SampleEntry sample;
            sample.prompt = prompts[number % 5];
            sample.model = model;
            sample.provider = provider;
            sample.cost = provider == "sketchbook"_L1 ? Money::zero() : Money::fromMicros(30'000 + number % 7 * 2'500);
            sample.project = number % 6 == 0 ? u"calendar"_s : QString();
            if (i == count - 1 && !home.pictures().isEmpty()) {
                sample.prompt += u", at night"_s;
                sample.inputs = {InputImage {"as it went in", home.pictures().constLast().id + u".jpg"_s}};
            }
            home.make(sample, sizes[(number * 5 + i) % 7]);
        }
    }
}

} // namespace lightwell::test
