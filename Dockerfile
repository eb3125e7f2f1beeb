# posting_parser on the official PostgreSQL image.
#
#   docker build -t posting_parser [--build-arg PG_MAJOR=17] .
#   docker run --rm -e POSTGRES_PASSWORD=secret posting_parser
#
# In the database: CREATE SCHEMA posting; CREATE EXTENSION posting_parser SCHEMA posting;
ARG PG_MAJOR=17

FROM postgres:${PG_MAJOR} AS build
ARG PG_MAJOR
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
        gcc libc6-dev make pkg-config libpcre2-dev libutf8proc-dev postgresql-server-dev-${PG_MAJOR} \
 && rm -rf /var/lib/apt/lists/*
COPY . /src
WORKDIR /src
RUN make clean && make -j"$(nproc)" && make install DESTDIR=/install

FROM postgres:${PG_MAJOR}
RUN apt-get update \
 && apt-get install -y --no-install-recommends libpcre2-8-0 libutf8proc-dev \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /install /
