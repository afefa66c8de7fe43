# Étoile in a container: small, not root, on a read-only file system. See docs/running.md.

FROM python:3.13-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/etoile
WORKDIR /source
# What is pinned changes seldom, so this layer is kept while the bot itself changes.
COPY requirements.lock ./
RUN /opt/etoile/bin/pip install --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY cogs cogs
COPY data data
RUN /opt/etoile/bin/pip install --no-deps --no-build-isolation . \
    && /opt/etoile/bin/pip uninstall --yes hatchling editables pathspec pluggy tomlkit trove-classifiers pip \
    && find /opt/etoile -type d -name tests -prune -exec rm -rf {} +

FROM python:3.13-slim-bookworm
ARG VERSION=1.0.0
ARG REVISION=
LABEL org.opencontainers.image.title="Étoile" \
      org.opencontainers.image.description="The companion bot of the communities around the series Étoile" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin etoile \
    && install --directory --owner 10001 --group 10001 --mode 0700 /data
COPY --from=build /opt/etoile /opt/etoile
# No VOLUME line: it would quietly make a fresh volume where the real one was forgotten. With the read-only file system
# of compose.yaml a forgotten volume is an error at start; with ETOILE_EXPECT_DATA=yes an empty one is, too.
ENV PATH=/opt/etoile/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    ETOILE_STATE_DIR=/data \
    ETOILE_HEALTH_PORT=8081
USER 10001:10001
WORKDIR /data
STOPSIGNAL SIGTERM
# Inside the container, because the port listens on the loopback address only.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen('http://127.0.0.1:' + os.environ['ETOILE_HEALTH_PORT'] + '/healthz', timeout=4)"]
ENTRYPOINT ["etoile"]
CMD ["run", "--require-token"]
